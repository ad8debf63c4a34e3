import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readByOurs, readBySaxes } from '#tests/fixtures/sheets/xml-events.ts'

/** Events of the document given whole, which must not depend on how it is cut. */
function read(xml: string) {
  const whole = readByOurs([Buffer.from(xml)])
  const bytes = Buffer.from(xml)
  const single = Array.from(bytes, (_, at) => bytes.subarray(at, at + 1))
  expect(readByOurs(single)).toEqual(whole)
  return whole
}

describe('the XML reader', () => {
  it('gives names without prefix, attributes decoded, and texts whole', () => {
    expect(
      read(
        '<?xml version="1.0"?>\n<x:a r:id="1" id=\'2\'><b c="&lt;&#233;&#xE9; &amp;&#10;\n\t"/>t &gt; é</x:a>\n',
      ),
    ).toEqual(['open a id=2 r:id=1', 'open b c=<éé &\n  ', 'close b', 'text t > é', 'close a'])
  })

  it('joins nothing and loses nothing around comments, CDATA and instructions', () => {
    expect(read('<a>1<!-- - -->2<![CDATA[<&]]]]>3<?go on?>4</a><!-- end -->')).toEqual([
      'open a',
      'text 12<&]]34',
      'close a',
    ])
  })

  it('makes every line break a line feed', () => {
    expect(read('<a>1\r\n2\r3\n4&#13;</a>')).toEqual(['open a', 'text 1\n2\n3\n4\r', 'close a'])
  })

  const broken = [
    '',
    ' ',
    'text',
    '<a>',
    '<a',
    '</a>',
    '<a></b>',
    '<a></a><b/>',
    '<a/>text',
    'text<a/>',
    '<a><b></a></b>',
    '<a b/>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a b="1/>',
    '< a/>',
    '<1/>',
    '<-a/>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a b="&x;"/>',
    '<a>&amp</a>',
    '<a>]]></a>',
    '<a>\u0001</a>',
    '<a b="\u0001"/>',
    '<a>\uFFFF</a>',
    '<a><!-- -- --></a>',
    '<a><!-- --->x</a>',
    '<![CDATA[x]]><a/>',
    '<a><![CDATA[x]]</a>',
    '<a/ >',
    '<a/><',
    '<a><?xml version="1.0"?></a>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="2.0"?><a/>',
    '<?xml?><a/>',
    '<a><!ELEMENT a></a>',
    '<a></a',
    '<é></e>',
    '<a b=""',
    '<a><? x?></a>',
  ]
  it.each(broken)('refuses %j, as saxes does', (xml) => {
    expect(readBySaxes(xml)).toBe('refused')
    expect(read(xml)).toBe('refused')
  })

  const unusual = [
    '<a/>',
    '<a></a >',
    '<a\n/>',
    '<a b = "1"\n c=\'2\' />',
    '<é è="ê">ë</é>',
    '<a>\u00A0\u{1F600}</a>',
    '<a><![CDATA[]]></a>',
    '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?><a/>',
    "<?xml version='1.0'?><a/>",
    '<a b=">"/>',
    '<a>></a>',
    '<a b="\'" c=\'"\'/>',
    '<_a:b-c.d xmlns:_a="u"/>',
    '<a>&#x1F600;&#000000065;</a>',
    '<!----><a/>',
    '<a>]]&gt;</a>',
    '<a>]] ></a>',
  ]
  it.each(unusual)('reads %j, as saxes does', (xml) => {
    expect(read(xml)).toEqual(readBySaxes(xml))
  })

  it('refuses a DOCTYPE, and nesting without end', () => {
    expect(read('<!DOCTYPE a><a/>')).toBe('doctype')
    expect(read(`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)).toBe('too-deep')
    expect(read(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`)).toHaveLength(128)
  })

  it('refuses markup and text that do not end, without keeping them', () => {
    const chunk = Buffer.alloc(400_000, 'x')
    for (const start of ['<a>', '<a b="', '<!--', '<a><![CDATA[']) {
      expect(readByOurs([Buffer.from(start), ...Array.from({ length: 20 }, () => chunk)])).toBe('refused')
    }
  })
})
