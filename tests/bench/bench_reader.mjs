#!/usr/bin/env node
// How long a reader needs to show a book: node tests/bench/bench_reader.mjs BOOK... [ROUNDS]
// Each round opens every book in foliate-js in a page of its own, and takes the time until its contents are known and
// until its first chapter stands on the screen. Medians are printed. JUDGES names the folder whose node_modules holds
// foliate-js and puppeteer-core (npm install --ignore-scripts foliate-js@1.0.1 puppeteer-core).
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { extname, join, normalize, resolve } from 'node:path'

const given = process.argv.slice(2)
const rounds = /^\d+$/.test(given.at(-1)) ? Number(given.pop()) : 5
const modules = resolve(process.env.JUDGES ?? 'build/judges', 'node_modules')
const puppeteer = (await import(createRequire(join(modules, 'x.js')).resolve('puppeteer-core'))).default

const page = `<!doctype html><meta charset="utf-8"><style>foliate-view{display:block;width:600px;height:800px}</style>
<script type="module">
import '/foliate-js/view.js'
window.measure = async path => {
    const blob = await (await fetch(path)).blob()
    const view = document.createElement('foliate-view')
    document.body.append(view)
    const start = performance.now()
    await view.open(new File([blob], 'book.epub', { type: 'application/epub+zip' }))
    const contents = performance.now() - start
    const entries = view.book.toc.flatMap(entry => [entry, ...entry.subitems ?? []])
    const chapter = entries.find(entry => /\\/\\d{4}-/.test(entry.href))
    await view.goTo(chapter.href)
    return { contents, chapter: performance.now() - start, entries: entries.length }
}
window.ready = true
</script>`

const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }
const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    try {
        const book = path.match(/^\/book-(\d+)$/)
        const data = path === '/' ? page : await readFile(book ? given[book[1]] : join(modules, normalize(path)))
        response.writeHead(200, { 'content-type': path === '/' ? 'text/html' : types[extname(path)] ?? 'application/octet-stream' })
        response.end(data)
    } catch { response.writeHead(404).end() }
})
await new Promise(done => server.listen(0, '127.0.0.1', done))
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'],
    protocolTimeout: 300_000 })
const times = given.map(() => [])
for (let round = 0; round <= rounds; ++round) {
    for (const [i] of given.entries()) {
        const tab = await browser.newPage()
        await tab.goto(`http://127.0.0.1:${server.address().port}/`, { timeout: 120_000 })
        await tab.waitForFunction('window.ready', { timeout: 120_000 })
        const time = await tab.evaluate(path => window.measure(path), `/book-${i}`)
        if (round > 0) times[i].push(time)  // the first round warms caches
        await tab.close()
    }
}
await browser.close()
server.close()

const median = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1].toFixed(0)
for (const [i, book] of given.entries())
    console.log(`${book}: ${times[i][0].entries} entries, contents ${median(times[i].map(t => t.contents))} ms, ` +
        `first chapter ${median(times[i].map(t => t.chapter))} ms`)
