// Both templates draw what `sys.inputs.data` says (pdf.ts, text-pdf.ts); strings from there are text, not markup.

/** Letters, page and foot, and how a table is drawn. */
const ground = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1f2933")
#let grey = rgb("#52606d")
#let pale = rgb("#d5dae0")

#set document(title: data.title)
#set text(font: "Inter", size: data.size * 1pt, lang: "id", fill: ink, hyphenate: false, number-width: "tabular")
#set par(leading: 0.5em, justify: false)
#set page(
  width: data.page.width * 1mm,
  height: data.page.height * 1mm,
  margin: (x: data.margin * 1mm, top: data.margin * 1mm, bottom: 14mm),
  background: if data.stamp != none {
    let size = if data.stamp.len() > 4 { 130pt } else { 190pt }
    rotate(-32deg, text(size: size, weight: 600, fill: rgb("#f3f4f6"), data.stamp))
  },
  header-ascent: 2mm,
  header: if data.standing != none and data.stamp == none { align(right, text(size: 7pt, fill: grey, data.standing)) },
  footer-descent: 3mm,
  footer: context {
    set text(size: 7pt, fill: grey)
    let last = counter(page).final().first()
    grid(
      columns: (1fr, auto), column-gutter: 6mm,
      data.footer, [Halaman #counter(page).display() dari #last],
    )
  },
)

#let headed(columns) = columns.map(column => table.cell(
  align: if column.align == "end" { right + bottom } else { left + bottom },
  text(weight: 600, column.label),
))
#let large(row, span) = table.header(level: 2, repeat: true, table.cell(
  colspan: span, inset: (left: 0mm, right: 1.2mm, top: 3mm, bottom: 1.4mm), stroke: (bottom: 0.6pt + ink),
  grid(
    columns: (2mm, 1fr, auto), column-gutter: 2mm, align: horizon,
    if row.colour != none { rect(width: 2mm, height: 4.2mm, fill: rgb(row.colour), stroke: none) },
    text(size: 9.5pt, weight: 600, row.text), text(fill: grey, row.aside),
  ),
))
#let small(row, span) = table.header(level: row.level + 1, repeat: false, table.cell(
  colspan: span, align: left,
  inset: (left: (row.level - 1) * 1.2mm, right: 1.2mm, top: 1.5mm, bottom: 1.2mm),
  {
    text(weight: 600, row.text)
    if row.aside != "" { h(2.5mm); text(fill: grey, row.aside) }
  },
))

// Words among numbers (why there is none) read from the left.
#let shown(value) = if value.contains(" ") { align(left, value) } else { value }

#let drawn(columns, rows) = table(
  columns: columns.map(column => column.share * 1fr),
  align: columns.map(column => if column.align == "end" { right } else { left }),
  inset: (x: 1.2mm, y: 1.2mm),
  stroke: (x, y) => (bottom: 0.35pt + pale),
  table.header(level: 1, repeat: true, ..headed(columns), table.hline(stroke: 0.8pt + ink)),
  ..rows.map(row => {
    if type(row) == array { row.map(value => table.cell(breakable: false, shown(value))) }
    else if row.level == 1 { large(row, columns.len()) }
    else { small(row, columns.len()) }
  }).flatten(),
)
`;

/** A table on pages of its own. */
export const template = [
  ground,
  `
#show heading: it => block(below: 3.5mm, it.body)
#heading(level: 1, text(size: 14pt, weight: 600, data.title))
#grid(
  columns: (auto, 1fr), column-gutter: 5mm, row-gutter: 1.5mm,
  ..data.facts.map(fact => (text(fill: grey, fact.label), fact.value)).flatten(),
)
#v(4mm, weak: true)

#drawn(data.columns, data.rows)

#v(3mm, weak: true)
#for note in data.notes { block(above: 1.2mm, below: 1.2mm, text(fill: grey, note)) }
`,
].join('');

/** Prose, with whoever signs it below. */
export const proseTemplate = [
  ground,
  `
#set par(leading: 0.65em, spacing: 1.1em)

#let masthead(block) = align(center, {
  heading(level: 1, text(size: 13pt, weight: 600, block.lines.join(linebreak())))
  if block.number != none { text(block.number) }
  v(1mm)
  line(length: 100%, stroke: 0.8pt + ink)
})

#let office(party) = align(center, party.before.join(linebreak()))
#let hand(party) = align(center, {
  // Without a name there is a line to write it on.
  if party.name == "" { line(length: 62mm, stroke: 0.5pt + ink) } else { text(weight: 600, underline(party.name)) }
  v(1mm, weak: true)
  party.after.join(linebreak())
})
#let signatures(parties) = block(breakable: false, above: 8mm, grid(
  columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 20mm,
  ..if parties.len() == 1 { ([], office(parties.first()), [], hand(parties.first())) }
  // Names stand on one line, however many lines an office takes.
  else { parties.chunks(2).map(pair => {
    let gap = if pair.len() == 1 { ([],) } else { () }
    pair.map(office) + gap + pair.map(hand) + gap
  }).flatten() },
))

#show heading.where(level: 2): it => block(above: 6mm, below: 3mm, sticky: true, text(size: 11pt, weight: 600, it.body))

#for block in data.blocks {
  if block.kind == "masthead" { masthead(block) }
  else if block.kind == "heading" { heading(level: 2, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else if block.kind == "list" { enum(spacing: 2.2mm, ..block.items) }
  else if block.kind == "facts" {
    grid(
      columns: (auto, 1fr), column-gutter: 5mm, row-gutter: 2mm,
      ..block.facts.map(fact => (text(fill: grey, fact.label), fact.value)).flatten(),
    )
  }
  else if block.kind == "table" { set text(size: data.tableSize * 1pt); set par(leading: 0.5em); drawn(block.columns, block.rows) }
  else if block.kind == "signatures" { signatures(block.parties) }
  else { pagebreak(weak: true) }
}
`,
].join('');
