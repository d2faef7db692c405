// Draws pictures of a sample with Chromium, with the program itself (librsvg), and with Inkscape where it is installed: a
// picture must look the same wherever somebody opens it.
// Usage: node renderers.test.mjs PROGRAM
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { difference, furthest } from "./compare.mjs";

const browser_path = process.env.CHROMIUM ?? "/usr/bin/chromium";
if (!existsSync(browser_path)) {
  console.log(`renderer tests: skipped, there is no ${browser_path}`);
  process.exit(0);
}

const program = resolve(process.argv[2]);
const map = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "samples", "clinics", "map.yaml");
const folder = mkdtempSync(join(tmpdir(), "outmap-renderers-"));
const quiet = { stdio: "ignore", timeout: 120000 };
const installed = (tool) => ["/usr/bin/", "/usr/local/bin/"].map((place) => place + tool).find(existsSync);

/** Each gives a PNG of 1600 x 900, or nothing where it is not installed. */
const others = {
  "the program": (svg, png, diagram) => {
    execFileSync(program, ["render", map, "--diagram", diagram, "-q", "-o", png], quiet);
  },
  Inkscape: (svg, png) => {
    const inkscape = installed("inkscape");
    if (inkscape) execFileSync(inkscape, [svg, "--export-type=png", "--export-filename=" + png], quiet);
  },
};

let compared = 0;
let failed = 0;
const skipped = new Set();
const browser = await chromium.launch({ executablePath: browser_path, args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  for (const diagram of ["relations", "journey", "outcomes", "gaps", "portfolio", "trend"]) {
    const svg = join(folder, diagram + ".svg");
    execFileSync(program, ["render", map, "--diagram", diagram, "-q", "-o", svg], quiet);
    await page.goto(pathToFileURL(svg).href);
    const seen = join(folder, diagram + "-chromium.png");
    await page.screenshot({ path: seen });
    await page.goto("about:blank");
    for (const [name, draw] of Object.entries(others)) {
      const png = join(folder, diagram + ".png");
      rmSync(png, { force: true });
      draw(svg, png, diagram);
      if (!existsSync(png)) {
        skipped.add(name);
        continue;
      }
      const { most, x, y } = await difference(page, readFileSync(seen), readFileSync(png));
      compared += 1;
      if (process.env.VERBOSE) console.log(`${diagram}, ${name}: ${most.toFixed(1)} at ${x}, ${y}`);
      if (most <= furthest) continue;
      failed += 1;
      console.error(`FAILED: ${diagram} looks different in ${name}: ${most.toFixed(1)} of 255 at ${x}, ${y}`);
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(`renderer tests: ${compared - failed} passed, ${failed} failed` + (skipped.size > 0 ? `; not installed: ${[...skipped].join(", ")}` : ""));
process.exit(failed === 0 ? 0 : 1);
