/** Whether a browser divides words by the dictionaries that it was given: how it finds them is nowhere promised. */
import type {Browser} from 'puppeteer'
import {placeDictionaries} from './dictionaries.ts'

/** Sets one long word in a narrow column. The browser runs in the profile. */
export async function canDivide(browser: Browser, profile: string): Promise<boolean> {
  await placeDictionaries(profile, ['it']) // the smallest
  const page = await browser.newPage()
  await page.setContent('<p lang="it" style="width:4em;font:16px/20px serif;hyphens:auto">internazionalizzazione</p>')
  const height = await page.evaluate('document.querySelector("p").getBoundingClientRect().height')
  await page.close()
  return Number(height) > 30
}
