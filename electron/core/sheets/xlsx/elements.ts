import type { XmlAttributes } from '#core/sheets/xml/xml-attributes.ts'
import type { XmlHandler } from '#core/sheets/xml/xml-reader.ts'

/** A handler for a small part: told of each element with its parent's name; text is not looked at. */
export function elementHandler(
  onElement: (name: string, attributes: XmlAttributes, parent: string) => void,
): XmlHandler {
  const path: string[] = []
  return {
    open(name, attributes) {
      onElement(name, attributes, path.at(-1) ?? '')
      path.push(name)
    },
    text() {},
    close() {
      path.pop()
    },
  }
}
