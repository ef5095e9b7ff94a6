/** How many hostile values each form gets; `npm run fuzz` sets 10,000. */
export const rounds = Number(process.env.REMBUG_FUZZ ?? 200);

const fragments = [
  ...[
    '<script>zq()</script>',
    '"><img src=x onerror=zq()>',
    "' OR 1=1 --",
    `$\{{7*7}}`,
    '{{7*7}}',
    '%s%n',
    '../../etc/passwd',
  ],
  ...[
    '\u202eRTL\u202c',
    '\u200f',
    '\ufeff',
    '\u0301\u0301',
    '👩‍👩‍👧‍👦',
    '🏳️‍🌈',
    '\u0000',
    '\ud800',
    '\udc00x',
    '\r\nSet-Cookie: x=1',
  ],
  ...[
    '1e309',
    '-0',
    'NaN',
    'Infinity',
    '9'.repeat(40),
    '0x10',
    '1.000.000,5',
    '٣',
    '__proto__',
    'constructor',
    'null',
  ],
  ...[
    '$F1',
    '$@0',
    '$undefined',
    '=CMD()',
    '+1',
    '@x',
    '\u2028',
    '\u2029',
    '\u0007',
    '\\',
    '%00',
    '%',
    ']]>',
    '<!--',
    '\t',
    ' ',
  ],
];

/** The same pseudo-random numbers in every run (mulberry32): 0 ≤ n < 1. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` hostile texts: each fragment alone first, then strings of them, some longer than any field takes. */
export function hostileTexts(count: number, seed: number): string[] {
  const next = numbers(seed);
  const pick = () => fragments[Math.floor(next() * fragments.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    if (at < fragments.length) return fragments[at] ?? '';
    const text = Array.from({ length: 1 + Math.floor(next() * 6) }, pick).join(next() < 0.5 ? '' : ' ');
    return next() < 0.03 ? text.padEnd(3_000, 'panjang ') : text;
  });
}

/** `count` hostile values: three texts of four, else something of another type. */
export function hostileValues(count: number, seed: number): unknown[] {
  const next = numbers(seed + 1);
  return hostileTexts(count, seed).map(text => {
    if (next() < 0.75) return text;
    const others = [0, -1, 1.5, 1e308, true, null, [], [text], [[text]], {}, { low: text }, { length: 1e9 }];
    const cell = { low: text, high: null, text: null, skipReason: text };
    return [...others, cell, { ...cell, low: '1'.repeat(18) }][Math.floor(next() * (others.length + 2))];
  });
}

/** A text as React's own client sends it: a leading `$` would be a reference. */
export const asSent = (value: unknown): unknown => {
  if (typeof value === 'string') return value.startsWith('$') ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(asSent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asSent(part)]));
};

/** Whether PostgreSQL can keep it. */
export const isPlain = (text: string) => !text.includes('\u0000') && text.isWellFormed();

/** A text as part of an address; half characters as the bytes that a careless client makes of them. */
export function asAddress(text: string): string {
  return [...text].map(letter => (letter.isWellFormed() ? encodeURIComponent(letter) : '%ED%A0%80')).join('');
}

/** Fields of each kind, by hand from DOMAIN 3.2; with the address part of the kind. */
export const fieldsOf = {
  goal: ['title', 'priority', 'horizon', 'references', 'rpjmd', 'reasons.uji'],
  target: [
    ...['title', 'subdimensionId', 'beneficiaries', 'priority', 'horizon', 'references', 'rpjmd'],
    'reasons.uji',
  ],
  indicator: [
    ...[
      'title',
      'code',
      'definition',
      'unit',
      'direction',
      'accumulation',
      'valueType',
      'scale',
      'precision',
    ],
    ...[
      'numerator',
      'denominator',
      'baselineYear',
      'baseline',
      'milestones.2026',
      'milestones.2034',
      'source',
    ],
    ...['dataSeries', 'supporters', 'rpjmd', 'ipm', 'iku', 'sdg', 'spbe', 'reasons.uji'],
  ],
} as const;

/** Fields whose text is a column of the same name. */
export const plainColumns = [
  'title',
  'code',
  'definition',
  'unit',
  'scale',
  'numerator',
  'denominator',
  'source',
  'dataSeries',
  'beneficiaries',
  'rpjmd',
  'sdg',
  'spbe',
];
