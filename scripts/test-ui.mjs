// Installs the packaged .vsix into a real VS Code and looks at what a reader sees, in four themes: `node scripts/test-ui.mjs [VSIX]`.
// Screenshots are left in out/. Fails where something is missing, and where a request leaves this machine.
import assert from 'node:assert';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, root } from './vscode-host.mjs';

const vsix = join(root, process.argv[2] ?? 'on-the-record.vsix');
const MAX_BYTES = 4_000_000;
const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const ARTICLE = 'samples/2025-06-05-harbour-strike.txt';
const out = join(root, 'out');

assert.ok(existsSync(vsix), `${vsix} is not there: npm run package makes it.`);
assert.ok(statSync(vsix).size <= MAX_BYTES, `${vsix} has ${statSync(vsix).size} bytes, more than ${MAX_BYTES}.`);
mkdirSync(out, { recursive: true });

const settings = (theme) => ({
  'workbench.colorTheme': theme,
  'window.autoDetectHighContrast': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
});

/** A row of the side panel whose accessible label holds some words. */
const row = (page, words) => page.locator(`.pane-body .monaco-list-row[aria-label*="${words}"]`).first();

async function openPanel(page) {
  await page.locator('.view-line', { hasText: 'Harbour strike' }).waitFor();
  await page.locator('.activitybar [aria-label^="On the Record"]').first().click();
  await row(page, 'Mara Ellingsen').waitFor();
}

async function checkDecorations(page) {
  const marks = page.locator('.view-overlays .cdr[class*="ced-"]'); // one for each decorated part of a line
  await marks.first().waitFor();
  assert.ok((await marks.count()) >= 10, `only ${await marks.count()} decorated stretches`);
  const styled = await page.locator('.view-lines span[class*="ced-"]').count();
  assert.ok(styled >= 5, `only ${styled} stretches of coloured or slanted text`);
}

async function checkPanel(page) {
  await row(page, 'Mara Ellingsen').locator('.monaco-tl-twistie').click();
  await row(page, 'We will not close a single pier').waitFor();
  for (const words of ['People', 'Tomas Okafor', '2025']) await row(page, words).waitFor();
}

async function checkHover(page) {
  const line = page.locator('.view-line', { hasText: 'generous on paper' });
  const box = await line.boundingBox();
  const words = await line.evaluate((element) => {
    const range = document.createRange(),
      walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.includes('generous')) continue;
      range.setStart(node, node.data.indexOf('generous'));
      range.setEnd(node, node.data.indexOf('generous') + 8);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  });
  assert.ok(box && words, 'the quotation to hover over is not on the screen');
  await page.mouse.move(words.x, words.y, { steps: 4 });
  const hover = page.locator('.monaco-hover:visible', { hasText: 'Tomas Okafor' });
  await hover.waitFor();
  await hover.evaluate((element) =>
    Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  ); // it fades in
}

for (const [name, theme] of Object.entries(THEMES)) {
  const { page, close, strays } = await openWorkbench({
    folder: 'samples',
    vsix,
    settings: settings(theme),
    viewport: { width: 1280, height: 760 },
    payload: (uri) => [['openFile', uri(ARTICLE)]],
  });
  page.setDefaultTimeout(20_000);
  const shot = (what) => page.screenshot({ path: join(out, `${name}-${what}.png`) });
  try {
    await openPanel(page);
    await checkDecorations(page);
    await checkPanel(page);
    await shot('article');
    await checkHover(page);
    await shot('hover');
    assert.deepStrictEqual(strays, [], 'requests left this machine');
    console.log(`ok   ${theme}: side panel, decorations, hover`);
  } catch (error) {
    await shot('failed');
    throw error;
  } finally {
    await close();
  }
}
