// What package.json, package.nls.json, l10n/ and the code say of one another.
import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import words from '../package.nls.json' with { type: 'json' };
import { allColors, Command, Context, SECTION, Setting, View } from '../src/extension/manifest';
import { DEFAULT_SETTINGS } from '../src/protocol';

const { contributes } = manifest;
const sorted = (list: Iterable<string>): string[] => [...list].sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

const CODE = sources('src/extension').map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Every text that the code gives to `l10n.t`, as it stands between its quotes. */
const TEXTS = CODE.flatMap(({ text }) =>
  [...text.matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, literal]) => String(literal)),
);

/** Contrast as WCAG 2 reckons it, of colours as #rrggbb. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => parseInt(color.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const BACKGROUNDS = {
  dark: ['#1f1f1f', 4.5],
  light: ['#ffffff', 4.5],
  highContrast: ['#000000', 7],
  highContrastLight: ['#ffffff', 7],
} as const;

suite('package.json', () => {
  test('holds the commands of the code, each with a title, all in one category', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(Command)));
    for (const { command, title, category } of contributes.commands)
      assert.deepEqual([title, category], [`%cmd.${command}%`, '%category%']);
  });

  test('holds the settings of the code, fewer than twenty, each described', () => {
    const properties = contributes.configuration.properties;
    assert.deepEqual(
      sorted(Object.keys(properties)),
      sorted(Object.values(Setting).map((name) => `${SECTION}.${name}`)),
    );
    assert.ok(Object.keys(properties).length < 20);
    for (const [id, { markdownDescription }] of Object.entries(properties))
      assert.equal(markdownDescription, `%config.${id}%`);
    assert.equal(properties['onTheRecord.maxFileSize'].default, DEFAULT_SETTINGS.maxFileSize);
  });

  test('holds the views and the colours of the code', () => {
    assert.deepEqual(sorted(contributes.views.onTheRecord.map(({ id }) => id)), sorted(Object.values(View)));
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted(allColors()));
  });

  test('commands in menus and under keys are there, and conditions ask only for keys that are set', () => {
    const known = new Set<string>([
      ...Object.values(Command),
      ...Object.values(View),
      ...Object.values(Context),
      'onTheRecord.editor',
    ]);
    for (const [menu, items] of Object.entries(contributes.menus)) {
      for (const item of items)
        if ('command' in item) assert.ok(known.has(String(item.command)), `${menu}: ${String(item.command)}`);
    }
    for (const { command } of contributes.keybindings) assert.ok(known.has(command), command);
    const conditions = JSON.stringify(contributes).match(/"when":"[^"]*"/g) ?? [];
    for (const id of conditions.flatMap((condition) => condition.match(/onTheRecord\.\w+/g) ?? []))
      assert.ok(known.has(id), id);
  });

  test('coloured words can be read in every kind of theme', () => {
    for (const { id, defaults } of contributes.colors) {
      if (/Background$|Underline$/.test(id)) continue;
      for (const [theme, [background, least]] of Object.entries(BACKGROUNDS)) {
        const ratio = contrast(defaults[theme as keyof typeof BACKGROUNDS], background);
        assert.ok(ratio >= least, `${id} in ${theme}: ${ratio.toFixed(2)}`);
      }
    }
  });

  test('every text is in package.nls.json, and nothing else is', () => {
    const used = JSON.stringify(manifest).match(/%[\w.]+%/g) ?? [];
    assert.deepEqual(sorted(new Set(used.map((key) => key.slice(1, -1)))), sorted(Object.keys(words)));
  });
});

suite('texts of the extension', () => {
  test('l10n/bundle.l10n.json holds each, to be translated from', () => {
    const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
    assert.deepEqual(sorted(Object.keys(bundle)), sorted(new Set(TEXTS)));
    for (const [text, translation] of Object.entries(bundle)) assert.equal(translation, text);
  });

  test('ids are written out in manifest.ts alone', () => {
    for (const { path, text } of CODE) {
      if (path.endsWith('manifest.ts')) continue;
      assert.deepEqual(text.match(/'onTheRecord\.\w+/g) ?? [], [], path);
    }
  });
});
