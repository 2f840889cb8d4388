#!/bin/sh
# Each template is well-formed by itself, with every section shown. A file without a root element is a piece of others.
status=0
for file in $(find templates -name '*.xhtml' -o -name '*.xml' -o -name '*.opf' -o -name '*.ncx' -o -name '*.svg' | sort); do
    shown=$(sed -E 's/\{\{\^[^}]*\}\}.*\{\{\/[^}]*\}\}//g; s/\{\{[#\/^][^}]*\}\}//g' "$file")
    case $shown in
        '<?xml'* | '<!DOCTYPE'*) ;;
        *) shown="<piece xmlns:epub='http://www.idpf.org/2007/ops'>$shown</piece>" ;;
    esac
    printf '%s\n' "$shown" | xmllint --noout --nonet - || { echo "^ $file"; status=1; }
done
exit $status
