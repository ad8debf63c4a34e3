import { spawnSync } from 'node:child_process'
import type { FullConfig } from '@playwright/test'
import { nodeProgram, root } from './host-under-test.ts'

/** Builds what the projects to come run, when it is older than its sources. */
export default function build({ projects }: FullConfig): void {
  const target = projects.some(({ name }) => name === 'electron') ? 'desktop' : 'web'
  const { status, stdout, stderr } = spawnSync(nodeProgram(), ['scripts/ensure-built.mjs', target], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
}
