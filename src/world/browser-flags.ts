/** How the browser is started: for the same pages everywhere, and for nothing else. */

/** Flags of puppeteer's that are left out: components are where the browser looks for dictionaries; none can be fetched. */
export const unwantedFlags = ['--disable-component-update']

/** Flags of our own beside puppeteer's; `bare`: without the sandbox, which root cannot have. */
export function browserFlags(bare: boolean): readonly string[] {
  return [
    '--font-render-hinting=none', // else line breaks differ between builds and systems
    '--host-resolver-rules=MAP * ~NOTFOUND', // no name resolves: WebSockets and the like pass by interception
    '--disable-background-networking',
    '--disable-sync',
    '--disable-gpu',
    '--disable-extensions',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--mute-audio',
    '--lang=en-US', // the document says its own language; the machine's must not show
    ...(bare ? ['--no-sandbox'] : [])
  ]
}
