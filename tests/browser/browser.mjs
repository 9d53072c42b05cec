// A browser with a profile of its own, for the scripts beside this one.
//
//   node SCRIPT.mjs CHROMIUM MODULES FILE …
//
// MODULES is a folder of node modules that holds puppeteer-core.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const [chromium, modules, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, "none.js"));
const puppeteer = (await import(pathToFileURL(require.resolve("puppeteer-core")).href)).default;

const profile = mkdtempSync(join(tmpdir(), "browser-"));
export const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  userDataDir: profile,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
});

export async function end() {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
