import { describe, expect, it } from 'vitest'
import { xmlAttribute, xmlText } from '#shared/domain/xml-text.ts'

describe('text in XML', () => {
  it('keeps letters of every alphabet', () => {
    expect(xmlText('Łódź 東京 😀')).toBe('Łódź 東京 😀')
  })

  it('holds no markup, and nothing that XML forbids', () => {
    expect(xmlText('<a> & "b"\r\n')).toBe('&lt;a&gt; &amp; "b"&#13;\n')
    expect(xmlText('\u0000\u001f\ufffe\ud800x')).toBe('\ufffd\ufffd\ufffd\ufffdx')
  })

  it('keeps the white space of an attribute', () => {
    expect(xmlAttribute('"a"\tb\nc')).toBe('&quot;a&quot;&#9;b&#10;c')
  })
})
