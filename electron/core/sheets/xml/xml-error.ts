/** The document breaks a rule of XML, or one of ours: no DOCTYPE, no bottomless nesting. */
export class XmlError extends Error {
  readonly reason: 'not-well-formed' | 'doctype' | 'too-deep'
  constructor(reason: XmlError['reason'], message: string) {
    super(message)
    this.name = 'XmlError'
    this.reason = reason
  }
}

export function notWellFormed(message: string): XmlError {
  return new XmlError('not-well-formed', message)
}
