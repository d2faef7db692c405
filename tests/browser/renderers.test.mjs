// Draws pictures of a sample with Chromium, with the program itself (librsvg), and with Inkscape where it is installed: a
// picture must look the same wherever somebody opens it.
// Usage: node renderers.test.mjs PROGRAM
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

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

/** How far apart the lightness of two drawings may be on the average of a cell of 16 x 16 px, of 255: edges are smoothed
 *  in different ways, but a number that is missing, displaced or painted over makes it several times as much. */
const furthest = 12;

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

/** The largest difference between cells of two pictures, and where: asked in the browser, which decodes both. */
async function difference(page, one, other) {
  const urls = [one, other].map((file) => "data:image/png;base64," + readFileSync(file).toString("base64"));
  return page.evaluate(async (urls) => {
    const columns = 100, rows = 56;
    const cells = [];
    for (const url of urls) {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = new OffscreenCanvas(columns * 16, rows * 16);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0, 1600, 900);
      const pixels = context.getImageData(0, 0, columns * 16, rows * 16).data;
      const sums = new Float64Array(columns * rows);
      for (let at = 0; at < pixels.length; at += 4) {
        const x = (at / 4) % (columns * 16), y = Math.floor(at / 4 / (columns * 16));
        sums[Math.floor(y / 16) * columns + Math.floor(x / 16)] += (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 768;
      }
      cells.push(sums);
    }
    let most = 0, where = 0;
    cells[0].forEach((sum, at) => {
      const found = Math.abs(sum - cells[1][at]);
      if (found > most) [most, where] = [found, at];
    });
    return { most, x: (where % columns) * 16, y: Math.floor(where / columns) * 16 };
  }, urls);
}

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
      const { most, x, y } = await difference(page, seen, png);
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
