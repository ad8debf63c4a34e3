import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { chromium, type Browser, type Page, type WebSocketRoute } from '@playwright/test'
import { findOwnBrowser } from '../../electron/hosts/loopback/find-browser.ts'
import { collectErrors, expect, goTo, test } from './fixtures.ts'
import { createOffice, environment, startHost, type TestFolders } from './host-under-test.ts'

test.describe('the window', () => {
  test('opens at the printed address, keeps the token out of sight, and survives a reload', async ({
    page,
    host,
  }) => {
    await expect(page).toHaveTitle(/Escale/)
    await expect(page.getByRole('main')).toBeVisible()
    expect(page.url()).not.toContain('token')
    await page.reload()
    await expect(page.getByRole('main')).toBeVisible()
    expect(host.output().match(/token=/g)).toHaveLength(1)
  })

  test('asks nothing of the network, and its policy stops what would', async ({ page, host }) => {
    const { origin } = new URL(await host.url)
    const foreign: string[] = []
    page.context().on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url())
    })
    await page.reload()
    await expect(page.getByRole('main')).toBeVisible()
    expect(foreign).toEqual([])
  })

  test('runs no script and loads no address that is not our own', async ({ context, host }) => {
    const page = await context.newPage()
    await page.goto(await host.url)
    const violated = await page.evaluate(async () => {
      const directives: string[] = []
      document.addEventListener('securitypolicyviolation', (event) =>
        directives.push(event.effectiveDirective),
      )
      const script = document.createElement('script')
      script.textContent = 'window.wasRun = true'
      document.body.append(script)
      await fetch('https://example.org/').catch(() => {})
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      document.body.append(frame)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { directives, wasRun: 'wasRun' in window }
    })
    expect(violated).toEqual({
      directives: expect.arrayContaining(['script-src-elem', 'connect-src', 'frame-src']),
      wasRun: false,
    })
  })

  test('shows nothing of the office without the token', async ({ context, host }) => {
    const { origin } = new URL(await host.url)
    for (const address of [origin, `${origin}/?token=${'A'.repeat(43)}`]) {
      const page = await context.newPage()
      const sockets: string[] = []
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => sockets.push(String(payload))),
      )
      await page.goto(address)
      await expect(page.getByText('Office', { exact: true })).toHaveCount(0)
      await page.waitForTimeout(500)
      expect(sockets).toEqual([])
      await page.close()
    }
  })
})

test.describe('a page of somebody else', () => {
  // Both are other origins; the first is even the same site, for which browsers are more lenient.
  for (const name of ['127.0.0.1', 'localhost']) {
    test(`at ${name} cannot read, run, frame or connect to us, even knowing the token`, async ({
      context,
      host,
    }) => {
      const attacker = createServer((_, response) => {
        response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>')
      })
      attacker.listen(0, '127.0.0.1')
      await once(attacker, 'listening')
      const address = attacker.address()
      const page = await context.newPage()
      await page.goto(`http://${name}:${typeof address === 'object' && address !== null ? address.port : 0}/`)
      expect(await attack(page, await host.url)).toEqual({
        fetched: 'failed',
        opaque: 'failed',
        script: 'failed',
        socket: 'failed',
      })
      await embed(page, await host.url)
      // what the frame shows is known here a moment after the page hears of it
      await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
      attacker.close()
    })
  }
})

/** Tries from the page what a hostile one would. Each way says `failed` unless something was let through. */
function attack(page: Page, url: string) {
  return page.evaluate(async (target) => {
    const { origin, host, search } = new URL(target)
    const outcome = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'let through',
        () => 'failed',
      )
    const loading = (made: EventTarget, loaded: string) =>
      new Promise((resolve, reject) => {
        made.addEventListener(loaded, resolve)
        made.addEventListener('error', reject)
      })
    const script = document.createElement('script')
    script.src = `${origin}/index.html`
    const scriptLoading = outcome(loading(script, 'load'))
    document.body.append(script)
    return {
      fetched: await outcome(fetch(origin)),
      opaque: await outcome(fetch(origin, { mode: 'no-cors' })),
      script: await scriptLoading,
      socket: await outcome(loading(new WebSocket(`ws://${host}/rpc${search}`), 'open')),
    }
  }, url)
}

/** Puts a frame on the page that is told to show our window, and waits until it has loaded what it may. */
async function embed(page: Page, url: string): Promise<void> {
  await page.evaluate((target) => {
    const added = document.createElement('iframe')
    added.src = target
    document.body.append(added)
    return new Promise((resolve) => {
      added.addEventListener('load', resolve)
    })
  }, url)
}

test.describe('ending', () => {
  // Windows has no such signals: there, programs end by the end of whoever started them.
  const signals = process.platform === 'win32' ? [] : (['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
  for (const signal of signals) {
    test(`on ${signal} it puts everything away and leaves no record`, async ({ folders }) => {
      const host = startHost('electron/hosts/loopback.ts', ['--no-window'], environment(folders, 'en'))
      await host.url
      host.signal(signal)
      expect(await host.ended).toBe(0)
      expect(records(folders)).toEqual([])
    })
  }

  test('it does not outlive the program that started it', async ({ folders }) => {
    const host = startHost('electron/hosts/loopback.ts', ['--no-window'], environment(folders, 'en'))
    await host.url
    expect(await host.end()).toBe(0)
    expect(records(folders)).toEqual([])
  })

  test('the page says that the connection is lost', async ({ context, folders }) => {
    const office = createOffice(folders, { profile: 'blank', sample: false })
    const host = startHost('electron/hosts/loopback.ts', ['--no-window', office], environment(folders, 'en'))
    const page = await context.newPage()
    const errors = collectErrors(page)
    await page.goto(await host.url)
    await expect(page.getByRole('main')).toBeVisible()
    await host.end()
    await expect(page.getByText('Escale has stopped')).toBeVisible()
    expect(errors).toEqual([])
  })

  test('a window whose connection breaks, as when the computer slept, connects anew and goes on', async ({
    context,
    folders,
  }) => {
    const office = createOffice(folders, { profile: 'blank', sample: false })
    const host = startHost('electron/hosts/loopback.ts', ['--no-window', office], environment(folders, 'en'))
    const page = await context.newPage()
    const connections: WebSocketRoute[] = []
    await page.routeWebSocket(/\/rpc/, (connection) => {
      connections.push(connection)
      connection.connectToServer()
    })
    await page.goto(await host.url)
    await goTo(page, '/students?new=student')
    const form = page.getByRole('complementary', { name: 'Student' })
    await form.getByLabel('Student number').fill('T-1')
    await connections[0]?.close({ code: 3000, reason: 'asleep' })
    await form.getByLabel('Family name').fill('Ødegård')
    await form.getByLabel('Given names').fill('Łukasz')
    await form.getByRole('button', { name: 'Create' }).click()
    await expect(page.getByRole('grid')).toContainText('Ødegård')
    expect(connections).toHaveLength(2)

    // what another window does is heard over the new connection
    const other = await context.newPage()
    await other.goto(await host.url)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Today')
    await other.keyboard.press('Control+z')
    await expect(page.getByRole('grid')).not.toContainText('Ødegård')
    expect(await host.end()).toBe(0)
  })
})

test.describe('a second start', () => {
  test.use({ profile: 'blank' })

  test('on the same office file, however written, shows the running one and ends', async ({
    folders,
    host,
    officeFile,
  }) => {
    const env = environment(folders, 'en')
    const file = officeFile ?? ''
    const roundabout = `${dirname(file)}/../${basename(dirname(file))}/${basename(file)}`
    for (const args of [[file], [roundabout], []]) {
      const second = startHost('electron/hosts/loopback.ts', ['--no-window', ...args], env)
      expect(await second.ended).toBe(0)
      expect(second.output()).toContain(`already running at ${await host.url}`)
    }
  })

  test('on another office file runs beside it', async ({ folders, host }) => {
    const other = createOffice(folders, { name: 'Other', profile: 'blank', sample: false })
    const second = startHost('electron/hosts/loopback.ts', ['--no-window', other], environment(folders, 'en'))
    expect(await second.url).not.toBe(await host.url)
    expect(await second.end()).toBe(0)
    const third = startHost('electron/hosts/loopback.ts', ['--no-window', other], environment(folders, 'en'))
    expect(await third.url).not.toBe(await host.url) // the place is free again
    expect(await third.end()).toBe(0)
  })

  test('at the very same moment finds one host', async ({ folders, officeFile }) => {
    const args = ['--no-window', officeFile ?? '']
    const env = environment(folders, 'en')
    const starts = [1, 2, 3].map(() => startHost('electron/hosts/loopback.ts', args, env))
    const urls = await Promise.all(starts.map(({ url }) => url))
    expect(new Set(urls).size).toBe(1)
    const ends = await Promise.all(starts.map((start) => start.end()))
    expect(ends).toEqual([0, 0, 0])
  })

  test('after a crash takes the place of the dead', async ({ folders, officeFile }) => {
    const args = ['--no-window', officeFile ?? '']
    const first = startHost('electron/hosts/loopback.ts', args, environment(folders, 'en'))
    const firstUrl = await first.url
    first.signal('SIGKILL')
    await first.ended
    expect(records(folders)).toContain('default.json')
    const second = startHost('electron/hosts/loopback.ts', args, environment(folders, 'en'))
    expect(await second.url).not.toBe(firstUrl)
    expect(await second.end()).toBe(0)
  })
})

test.describe('refusing to start', () => {
  const cases = [
    ['an option that does not exist', ['--colour'], 'There is no option --colour'],
    ['a file that does not exist', ['absent.escale'], 'There is no file '],
    ['a spreadsheet', ['students.xlsx'], 'is not an office file'],
    ['a port below 1024', ['--port', '80'], '--port takes a number'],
  ] as const
  for (const [what, args, sentence] of cases) {
    test(`${what} is answered with one sentence`, async ({ folders }) => {
      const start = startHost('electron/hosts/loopback.ts', args, environment(folders, 'en'))
      expect(await start.ended).toBe(1)
      expect(start.output()).toContain(sentence)
      expect(start.output()).not.toContain('    at ')
    })
  }

  test('a file that is no office is answered with its reason, in the language of the computer', async ({
    folders,
  }) => {
    const file = join(folders.folder, 'fake.escale')
    writeFileSync(file, 'not an office')
    const start = startHost('electron/hosts/loopback.ts', ['--no-window', file], environment(folders, 'fr'))
    expect(await start.ended).toBe(1)
    expect(start.output()).toMatch(/^Escale ne peut pas démarrer\s:\s\S/m)
    expect(records(folders)).toEqual([])
  })

  test('a port that is taken is named', async ({ folders, host }) => {
    const { port } = new URL(await host.url)
    const other = createOffice(folders, { name: 'Other', profile: 'blank', sample: false })
    const start = startHost(
      'electron/hosts/loopback.ts',
      ['--no-window', '--port', port, other],
      environment(folders, 'en'),
    )
    expect(await start.ended).toBe(1)
    expect(start.output()).toContain(`Port ${port} is used by another program`)
  })
})

test.describe('npm start', () => {
  test('without a display gives the address and stays until it is asked to end', async ({
    folders,
    context,
  }) => {
    const start = startHost('scripts/start.mjs', ['--browser'], environment(folders, 'en'))
    const page = await context.newPage()
    await page.goto(await start.url)
    await expect(page).toHaveTitle(/Escale/)
    expect(await start.end()).toBe(0)
  })
})

// A browser as a user has it, save that it draws nowhere. Windows runs no such script in place of a program.
const wrappers = process.platform === 'win32' ? [] : ['a browser of this computer']
for (const name of wrappers) {
  test.describe(`a window in ${name}`, () => {
    test('shows the application, and ends the host when it is closed', async ({ folders }) => {
      const env = { ...environment(folders, 'en'), ESCALE_BROWSER: drawingNowhere(folders), DISPLAY: ':none' }
      const host = startHost('electron/hosts/loopback.ts', [], env)
      const browser = await connectTo(folders)
      const pages = () => browser.contexts().flatMap((context) => context.pages())
      await expect.poll(() => pages()[0]?.title()).toMatch(/Escale/)
      // Every user of the computer can read the command line of a browser: the token is not on it.
      expect(processTable()).toMatch(/--app=http:\/\/127\.0\.0\.1:\d+\/open\?code=/)
      expect(processTable()).not.toContain('token=')
      expect(host.output()).not.toContain('token=')

      const second = startHost('electron/hosts/loopback.ts', [], env)
      expect(await second.ended).toBe(0)
      expect(second.output()).toContain('A new window is opening')

      for (const page of pages()) await page.close()
      expect(await host.ended).toBe(0)
      expect(records(folders)).toEqual([])
    })

    test('is closed when the host is asked to end', async ({ folders }) => {
      const env = { ...environment(folders, 'en'), ESCALE_BROWSER: drawingNowhere(folders), DISPLAY: ':none' }
      const host = startHost('electron/hosts/loopback.ts', [], env)
      const browser = await connectTo(folders)
      const lost = new Promise((resolve) => {
        browser.once('disconnected', resolve)
      })
      expect(await host.end()).toBe(0)
      await lost
    })
  })
}

/** What running hosts have left for later starts. */
function records(folders: TestFolders): readonly string[] {
  return readdirSync(join(folders.state, 'running')).filter((name) => name.endsWith('.json'))
}

/** The browser of this computer behind a script that has it draw nowhere and lets the test look at its windows. */
function drawingNowhere(folders: TestFolders): string {
  const browser = findOwnBrowser(homedir())?.path ?? chromium.executablePath()
  const script = join(folders.folder, 'browser.sh')
  writeFileSync(script, `#!/bin/sh\nexec '${browser}' --headless=new --remote-debugging-port=0 "$@"\n`)
  chmodSync(script, 0o755)
  return script
}

/** Connects to the browser that the host has opened, once it runs. */
async function connectTo(folders: TestFolders): Promise<Browser> {
  const file = join(folders.state, 'browser-profile-1', 'DevToolsActivePort')
  await expect
    .poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('\n'), { timeout: 20_000 })
    .toBe(true)
  return await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0]}`)
}

/** The command lines of all processes, as any user of the computer can read them. */
function processTable(): string {
  return spawnSync('ps', ['-eo', 'args', '-ww'], { encoding: 'utf8' }).stdout
}
