/** Counts the links of a finished PDF that lead to a place in it. */
export function countLinks(bytes: Uint8Array): number {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const annotation = Buffer.from('<</Type /Annot\n', 'latin1')
  let links = 0
  for (let at = pdf.indexOf(annotation); at >= 0; at = pdf.indexOf(annotation, at + annotation.length)) {
    const end = pdf.indexOf('endobj', at, 'latin1')
    if (pdf.toString('latin1', at, end).includes('/Dest /')) links++
  }
  return links
}
