// Two pictures of 1600 x 900 beside each other.

/** How far apart the lightness of two drawings may be on the average of a cell of 16 x 16 px, of 255: edges are smoothed
 *  in different ways, but a number that is missing, displaced or painted over makes it several times as much. */
export const furthest = 12;

/** The largest difference between cells of two pictures, and where: asked in the browser, which decodes both. */
export async function difference(page, one, other) {
  const urls = [one, other].map((png) => "data:image/png;base64," + png.toString("base64"));
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
