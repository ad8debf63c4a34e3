import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './project.mjs'

/** Far above what any tool takes; a run that hangs must end by itself where nobody watches. */
const longestMs = 45 * 60_000

/**
 * Runs a tool among the packages, on this Node, as on a build machine: no input, no colours.
 * @param {string} program its file within node_modules
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runTool(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: longestMs,
      env: { ...withoutColours(), CI: 'true', NODE_COMPILE_CACHE: join(root, '.cache', 'node'), ...env },
    })
    let output = ''
    /** @param {string} text */
    const keep = (text) => {
      output += text
    }
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    const stop = () => child.kill()
    process.once('SIGTERM', stop)
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code, signal) => {
      process.off('SIGTERM', stop)
      resolve({ ok: code === 0, output: signal === null ? output : `${output}\nEnded by ${signal}` })
    })
  })
}

function withoutColours() {
  const { FORCE_COLOR: _colour, ...env } = process.env
  return { ...env, NO_COLOR: '1' }
}
