import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

// A linter that silently checks nothing is as green as one that finds nothing. These files each break one rule of the
// architecture (or none), laid out as the project is, and are linted with the project's own configuration.

const root = join(import.meta.dirname, '../..')
const fixtures = join(root, 'tests/fixtures/lint-canary')

/** Fixtures end with `.txt`, so that neither the compiler nor the linter takes them for sources of the project. */
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts.txt'))
  .map((name) => ({
    name: name.replaceAll('\\', '/').slice(0, -'.txt'.length),
    expected: expectedIn(join(fixtures, name)),
  }))

let folder: string
let found: ReadonlyMap<string, readonly string[]>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'escale-lint-'))
  cpSync(fixtures, folder, { recursive: true })
  for (const { name } of files) renameSync(join(folder, `${name}.txt`), join(folder, name))
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'))
  writeFileSync(join(folder, 'tsconfig.json'), '{ "extends": "./tsconfig.base.json", "include": ["."] }')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  found = lint(folder)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true }))

describe('the linter', () => {
  test('looks at every one of the fixtures', () => {
    expect(files.length).toBeGreaterThan(30)
    expect([...found.keys()].filter((name) => files.every((file) => file.name !== name))).toEqual([])
  })

  test.each(files)('finds $expected in $name', ({ name, expected }) => {
    expect(found.get(name) ?? []).toEqual(expected === 'nothing' ? [] : [expected])
  })
})

/** The first line of a fixture says what is wrong in it: `// expects <rule>`. */
function expectedIn(file: string): string {
  const expected = /^\/\/ expects ([\w-]+)\n/.exec(readFileSync(file, 'utf8'))?.[1]
  if (expected === undefined) throw new Error(`${file} does not say what it expects`)
  return expected
}

/** Runs the project's linter. @returns the names of the rules broken, by file */
function lint(inFolder: string): ReadonlyMap<string, readonly string[]> {
  const program = join(root, 'node_modules/oxlint/bin/oxlint')
  const result = spawnSync(process.execPath, [program, '--type-aware', '--format=json'], {
    cwd: inFolder,
    encoding: 'utf8',
  })
  const report: { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] } =
    JSON.parse(result.stdout)
  const rules = new Map<string, string[]>()
  for (const { code, filename } of report.diagnostics) {
    const name = relative(inFolder, join(inFolder, filename)).replaceAll('\\', '/')
    rules.set(name, [...(rules.get(name) ?? []), /\(([\w-]+)\)/.exec(code)?.[1] ?? code])
  }
  return rules
}
