/** The page in Typst: it draws what `sys.inputs.data` says (pdf.ts); strings from there are text, not markup. */
export const template = `
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

#show heading: it => block(below: 3.5mm, it.body)
#heading(level: 1, text(size: 14pt, weight: 600, data.title))
#grid(
  columns: (auto, 1fr), column-gutter: 5mm, row-gutter: 1.5mm,
  ..data.facts.map(fact => (text(fill: grey, fact.label), fact.value)).flatten(),
)
#v(4mm, weak: true)

#let span = data.columns.len()
#let head = data.columns.map(column => table.cell(
  align: if column.align == "end" { right + bottom } else { left + bottom },
  text(weight: 600, column.label),
))
#let large(row) = table.header(level: 2, repeat: true, table.cell(
  colspan: span, inset: (left: 0mm, right: 1.2mm, top: 3mm, bottom: 1.4mm), stroke: (bottom: 0.6pt + ink),
  grid(
    columns: (2mm, 1fr, auto), column-gutter: 2mm, align: horizon,
    if row.colour != none { rect(width: 2mm, height: 4.2mm, fill: rgb(row.colour), stroke: none) },
    text(size: 9.5pt, weight: 600, row.text), text(fill: grey, row.aside),
  ),
))
#let small(row) = table.header(level: row.level + 1, repeat: false, table.cell(
  colspan: span,
  inset: (left: (row.level - 1) * 1.2mm, right: 1.2mm, top: 1.5mm, bottom: 1.2mm),
  {
    text(weight: 600, row.text)
    if row.aside != "" { h(2.5mm); text(fill: grey, row.aside) }
  },
))

// Words among numbers (why there is none) read from the left.
#let shown(value) = if value.contains(" ") { align(left, value) } else { value }

#table(
  columns: data.columns.map(column => column.share * 1fr),
  align: data.columns.map(column => if column.align == "end" { right } else { left }),
  inset: (x: 1.2mm, y: 1.2mm),
  stroke: (x, y) => (bottom: 0.35pt + pale),
  table.header(level: 1, repeat: true, ..head.map(cell => cell), table.hline(stroke: 0.8pt + ink)),
  ..data.rows.map(row => {
    if type(row) == array { row.map(value => table.cell(breakable: false, shown(value))) }
    else if row.level == 1 { large(row) }
    else { small(row) }
  }).flatten(),
)

#v(3mm, weak: true)
#for note in data.notes { block(above: 1.2mm, below: 1.2mm, text(fill: grey, note)) }
`;
