/** The id of a column's line in the mapping table, by which the preview leads to it. */
export function mappingRowId(index: number): string {
  return `import-column-${index}`
}
