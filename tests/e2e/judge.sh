#!/bin/sh
# Begins and ends the service of Judge.java: judge.sh begin SOCKET EPUBCHECK.jar, judge.sh end SOCKET
set -eu
socket=$2
case $1 in
begin)
    rm -f "$socket"
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx1g -cp "$3:$(dirname "$3")/lib/*" \
        "$(dirname "$0")/Judge.java" "$socket" </dev/null >"$socket.log" 2>&1 &
    judge=$!
    until [ -S "$socket" ]; do
        kill -0 $judge || { cat "$socket.log"; exit 1; }
        sleep 0.1
    done
    ;;
end) rm -f "$socket" "$socket.log" ;;
esac
