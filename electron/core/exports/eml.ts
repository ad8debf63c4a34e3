import { Buffer } from 'node:buffer'

export interface DraftMail {
  readonly from: string | null
  readonly to: string | null
  readonly subject: string
  readonly body: string
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

const boundary = '=_Escale_part'

/**
 * A message as a file that mail programs open as a draft to send: RFC 5322 and 2045 to 2047, 2231; `X-Unsent` is what
 * Outlook looks at.
 */
export function writeEml(mail: DraftMail): string {
  const head = [
    'X-Unsent: 1',
    ...(mail.from === null ? [] : [`From: ${address(mail.from)}`]),
    ...(mail.to === null ? [] : [`To: ${address(mail.to)}`]),
    `Subject: ${encoded(mail.subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ]
  const parts = [textPart(mail.body), ...mail.attachments.map(filePart)]
  return [...head, '', ...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join(
    '\r\n',
  )
}

function textPart(text: string): string {
  const lines = text.replaceAll(/\r?\n/g, '\r\n')
  return [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(Buffer.from(lines, 'utf8')),
  ].join('\r\n')
}

function filePart({ name, bytes }: DraftMail['attachments'][number]): string {
  const parameter = `UTF-8''${encodeURIComponent(name).replaceAll(/['()*!]/g, percent)}`
  return [
    `Content-Type: ${typeOf(name)}; name="${encoded(name.replaceAll('"', ''))}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename*=${parameter}`,
    '',
    base64Lines(Buffer.from(bytes)),
  ].join('\r\n')
}

function typeOf(name: string): string {
  if (name.endsWith('.xlsm')) return 'application/vnd.ms-excel.sheet.macroEnabled.12'
  if (name.endsWith('.zip')) return 'application/zip'
  return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

const lineBytes = 57 // 76 characters of base64

function base64Lines(bytes: Buffer): string {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += lineBytes)
    lines.push(bytes.toString('base64', at, Math.min(at + lineBytes, bytes.length)))
  return lines.join('\r\n')
}

/** A header's text: as it is when it is plain, else in encoded words of at most 75 characters. */
function encoded(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (/^[\x20-\x7e]*$/.test(line) && !line.includes('=?')) return line
  const words: string[] = []
  let word = ''
  for (const character of line) {
    if (Buffer.byteLength(word + character, 'utf8') > 42) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word]
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`)
    .join('\r\n ')
}

/** An address never ends its line: what follows would be a header of its own. */
function address(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').trim()
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
