// Lint: types, size and, above all, who may import whom. An arrow that ARCHITECTURE.md does not draw breaks the build.
import tseslint from 'typescript-eslint';

const ROOMS = ['engine', 'corpus', 'corrections', 'formats', 'server', 'extension', 'cli'];

/** Each room, and the rooms it may import from. The engine imports nothing but itself. */
const ARROWS = {
  engine: [],
  corrections: ['engine'],
  corpus: ['engine'],
  formats: ['engine', 'corpus', 'corrections'],
  server: ['engine', 'corpus', 'corrections', 'formats'],
  cli: ['engine', 'corpus', 'corrections', 'formats'],
  extension: ['engine'],
};

/** Packages that a pure room may not touch: the editor, Node, the protocol library. */
const IMPURE = '^(vscode($|-)|node:|fs$|path$|os$|http|net$|child_process$|worker_threads$)';

function room(name) {
  const forbidden = ROOMS.filter((other) => other !== name && !ARROWS[name].includes(other));
  const patterns = [
    {
      regex: `(^|/)\\.\\./(.*/)?(${forbidden.join('|')})(/|$)`,
      message: `${name} may import only ${ARROWS[name].join(', ') || 'itself'}.`,
    },
  ];
  if (['engine', 'corpus', 'corrections', 'formats'].includes(name))
    patterns.push({ regex: IMPURE, message: `${name} is pure: no editor, no Node, no I/O.` });
  if (name === 'extension')
    patterns.push({
      regex: '/engine/(?!model(\\.ts)?$)',
      message: 'The extension takes only types from engine/model.',
    });
  if (name !== 'engine' && name !== 'extension')
    patterns.push({
      regex: '/engine/(?!index(\\.ts)?$|model(\\.ts)?$|language/en(/index(\\.ts)?)?$)',
      message: 'The engine is used through its index.',
    });
  return {
    files: [`src/${name}/**/*.ts`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

/** The rooms of a stage, each of which may import from those before it alone. */
const INNER = { 'engine/people': ['mentions', 'names', 'meaning', 'article'] };

function innerRooms([stage, rooms]) {
  const outer = room(stage.split('/')[0]).rules['@typescript-eslint/no-restricted-imports'][1].patterns;
  return rooms.map((name, index) => {
    const later = rooms.slice(index + 1),
      patterns = [{ regex: '^\\.\\./(index|rules)$', message: `${name} is part of what ${stage} gives.` }];
    if (later.length > 0)
      patterns.push({ regex: `^\\.\\./(${later.join('|')})/`, message: `${name} comes before ${later.join(', ')}.` });
    return {
      files: [`src/${stage}/${name}/*.ts`],
      rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...outer, ...patterns] }] },
    };
  });
}

export default tseslint.config(
  { ignores: ['dist/**', 'dist-test/**', '.vscode-test/**', 'out/**', 'node_modules/**'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['src/engine/language/**/*.ts'], rules: { 'max-lines': 'off' } },
  ...ROOMS.map(room),
  ...Object.entries(INNER).flatMap(innerRooms),
);
