// Reads an archive with warcio and computes its digests anew: node check.mjs ARCHIVE NODE_MODULES
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";

const [archive, modules] = process.argv.slice(2);
const { WARCParser } = await import(pathToFileURL(createRequire(`${modules}/`).resolve("warcio")));

const count = {};
let wrong = 0;

/// `header` against the bytes that it is about: all of the record's block, or with `parseHttp` the HTTP body.
async function check(header, parseHttp) {
  const records = WARCParser.iterRecords(Readable.toWeb(createReadStream(archive)), { parseHttp });
  for await (const record of records) {
    const bytes = await record.readFully(false);
    const told = record.warcHeader(header);
    count[record.warcType] = (count[record.warcType] ?? 0) + (parseHttp ? 0 : 1);
    if (!told || (parseHttp && record.warcType === "revisit")) continue; // whose body is in another record
    const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    if (digest === told) continue;
    ++wrong;
    console.error(`${record.warcType} of ${record.warcTargetURI}: ${header} is ${told}, but its bytes give ${digest}`);
  }
}

await check("WARC-Block-Digest", false);
await check("WARC-Payload-Digest", true);
console.error(JSON.stringify(count));
const isWhole = count.warcinfo > 0 && count.response > 0 && count.request > 0 && count.revisit > 0;
process.exit(wrong === 0 && isWhole ? 0 : 1);
