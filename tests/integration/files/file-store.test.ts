import { describe, expect, it } from 'vitest'
import { keepFile, readFile } from '#core/files/file-store.ts'
import { aTestOffice } from '#tests/fixtures/test-office.ts'

const certificate = new TextEncoder().encode('Attestation d’arrivée')

describe('a file kept inside the office file', () => {
  it('comes back as it was, and takes its room once however often it is kept', async () => {
    const { door, connections } = aTestOffice()
    const keep = () => door.change('record.create', {}, (trx) => keepFile(trx, 'arrival.pdf', certificate))
    const first = await keep()
    const second = await keep()
    expect(second.result).toEqual(first.result)
    expect(first.result.sizeBytes).toBe(certificate.byteLength)
    expect(await readFile(connections.read, first.result.sha256)).toEqual(certificate)
    expect(connections.rawReader.prepare('SELECT count(*) FROM fileContent').pluck().get()).toBe(1)
  })

  it('is refused above the size that an office file takes, and nothing is kept', async () => {
    const { door, connections } = aTestOffice()
    const large = new Uint8Array(25 * 1024 * 1024 + 1)
    await expect(
      door.change('record.create', {}, (trx) => keepFile(trx, 'film.mp4', large)),
    ).rejects.toMatchObject({ code: 'file-too-large', data: { name: 'film.mp4', limitMb: 25 } })
    expect(connections.rawReader.prepare('SELECT count(*) FROM fileContent').pluck().get()).toBe(0)
  })

  it('that the office does not hold is refused', async () => {
    const { connections } = aTestOffice()
    await expect(readFile(connections.read, 'a'.repeat(64))).rejects.toMatchObject({ code: 'file-missing' })
  })
})
