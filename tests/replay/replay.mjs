// Loads an archive into the service worker of wabac, which ReplayWeb.page is made of, and asks it for every page and
// picture that the archive holds: node replay.mjs ARCHIVE NODE_MODULES
// Fails where an answer differs from what the live site says.
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [archive, modules] = process.argv.slice(2);

// What a browser gives a service worker.
const handlers = {};
const surroundings = {
  self: globalThis,
  crypto: webcrypto,
  registration: { scope: "http://replay/" },
  location: new URL("http://replay/sw.js"),
  clients: { claim: async () => {}, matchAll: async () => [], get: async () => null },
  caches: { match: async () => undefined, open: async () => ({ match: async () => undefined, put: async () => {} }) },
  skipWaiting: async () => {},
  addEventListener: (name, handler) => (handlers[name] ??= []).push(handler),
};
for (const [name, value] of Object.entries(surroundings))
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
console.log = () => {}; // the worker's chatter
await import(pathToFileURL(createRequire(`${modules}/`).resolve("fake-indexeddb/auto")));
await import(pathToFileURL(`${modules}/@webrecorder/wabac/dist/sw.js`));

async function dispatch(name, event) {
  const waits = [];
  for (const handler of handlers[name]) handler({ ...event, waitUntil: (promise) => waits.push(promise) });
  await Promise.all(waits);
}

await dispatch("install", {});
await dispatch("activate", {});
await new Promise((resolve, reject) => {
  const said = (message) => {
    if (message.error) reject(new Error(message.error));
    if (message.msg_type === "collAdded") resolve();
  };
  const file = { sourceUrl: URL.createObjectURL(new Blob([readFileSync(archive)])), name: "blog.warc.gz" };
  dispatch("message", { source: { postMessage: said }, data: { msg_type: "addColl", name: "blog", file } });
});

async function replayed(address) {
  let answer;
  const request = new Request(`http://replay/w/blog/id_/${address}`);
  await dispatch("fetch", { request, clientId: "", respondWith: (promise) => (answer = promise) });
  return answer;
}

const records = readFileSync(`${archive}.cdxj`, "utf8").trim().split("\n").map((line) => JSON.parse(line.replace(/^\S+ \S+ /, "")));
const addresses = new Set(records.filter((record) => record.status === "200").map((record) => record.url));
let wrong = 0;
for (const address of addresses) {
  const [ours, live] = await Promise.all([replayed(address), fetch(address)]);
  const [our, their] = await Promise.all([ours.arrayBuffer(), live.arrayBuffer()]);
  if (ours.status === 200 && Buffer.compare(Buffer.from(our), Buffer.from(their)) === 0) continue;
  ++wrong;
  console.error(`${address}: ${ours.status}, ${our.byteLength} bytes instead of ${their.byteLength}`);
}
console.error(`${addresses.size - wrong} of ${addresses.size} answers replayed as the site gives them`);
process.exit(wrong === 0 && addresses.size > 1 ? 0 : 1);
