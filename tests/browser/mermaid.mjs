// Parses the Mermaid pictures that stand on standard input, as a list in JSON; prints what fails.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.argv[2]}/`);
const { JSDOM } = require("jsdom");
const dom = new JSDOM("<!DOCTYPE html><body></body>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const home = pathToFileURL(`${process.argv[2]}/mermaid/dist/mermaid.core.mjs`);
const mermaid = (await import(home)).default;
mermaid.initialize({ startOnLoad: false });
const failed = [];
for (const picture of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    await mermaid.parse(picture);
  } catch (error) {
    failed.push([picture, String(error.message ?? error)]);
  }
}
console.log(JSON.stringify(failed));
