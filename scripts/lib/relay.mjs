import { spawn } from 'node:child_process'

/**
 * Runs a program in place of this one: same terminal, and the wish to end is passed on. The channel between both tells the
 * program when this process is gone, even killed, so that it does not stay behind.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, channel?: boolean }} [options]
 * @returns {Promise<number>} its exit code
 */
export function relay(program, args, { channel = true, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
    const child = spawn(program, args, {
      ...options,
      stdio: /** @type {import('node:child_process').StdioOptions} */ (stdio),
    })
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'])
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? (signal === null ? 1 : 128 + (signalNumbers[signal] ?? 0)))
    })
  })
}

/** @type {Readonly<Record<string, number>>} */
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }
