/** The cover as a picture: the publisher's own, else typeset by the browser at hand, else drawn plainly. */
import {sha256} from '../../core/digest.ts'
import type {Report} from '../../core/diagnostic.ts'
import type {Edition} from '../../core/model.ts'
import type {Resource} from '../../core/resources.ts'
import type {Cover, EncodedPicture} from '../../core/pictures.ts'
import {MissingToolError, PictureError, PressError, type Press, type World} from '../../core/world.ts'
import {escapeAttribute, escapeText} from './markup.ts'
import {serialise} from './xhtml.ts'

/** Pixels: what shops ask for, in the proportion of a telephone. */
export const coverSize = {width: 1600, height: 2560} as const
const limits = {maxWidth: coverSize.width, maxHeight: coverSize.height, quality: 90}

/** The picture of the edition's cover; a given one that cannot be used is reported and replaced. */
export async function makeCoverPicture(edition: Edition, cover: Cover, world: World, report: Report): Promise<EncodedPicture> {
  const given = cover.picture && await maybeGiven(cover.picture, world, report)
  if (given) return given
  const html = wrapCover(serialise(cover.tree).markup, cover.style, cover, edition.spec.title)
  return await maybeTypeset({html, pictures: new Map(), ...coverSize}, world, report) ?? drawPlainly(cover, world)
}

/** A drawing becomes pixels where a browser is at hand: the shelves of shops and old readers show no SVG. */
async function maybeGiven(picture: Resource, world: World, report: Report): Promise<EncodedPicture | undefined> {
  try {
    if (picture.mediaType === 'image/svg+xml') {
      const html = wrapCover('<img src="cover.svg" alt="">', 'body{margin:0}img{width:100vw;height:100vh;object-fit:contain}', undefined, '')
      const typeset = await maybeTypeset({html, pictures: new Map([['cover.svg', picture]]), ...coverSize}, world, report)
      if (typeset) return typeset
    }
    return await world.encodePicture(picture, limits)
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    report('epub/picture-broken', {path: picture.path, reason: error.message}, {file: picture.path})
    return undefined
  }
}

async function maybeTypeset(job: Parameters<Press['picture']>[0], world: World, report: Report): Promise<EncodedPicture | undefined> {
  const press = await world.maybePress()
  if (!press) return undefined
  try {
    const hashes = [...job.pictures.values()].map(({hash}) => hash)
    return await world.recall('cover', [job.html, hashes, press.version], async () => encodePng(await press.picture(job), world))
  } catch (error) {
    if (!(error instanceof PressError || error instanceof MissingToolError)) throw error
    report('epub/cover-plain', {reason: error.message})
    return undefined
  }
}

async function drawPlainly(cover: Cover, world: World): Promise<EncodedPicture> {
  const {colours, words, script, language} = cover
  world.progress(`${language}: a plain cover, for want of a browser`)
  return world.recall('plain-cover', [colours, words, script, language], async () => encodePng(await world.drawCover(cover), world))
}

async function encodePng(content: Uint8Array, world: World): Promise<EncodedPicture> {
  const hash = sha256(content)
  return world.encodePicture({path: 'cover.png', mediaType: 'image/png', hash, load: async () => content}, limits, 'image/jpeg')
}

/** A whole document for the press, which puts the house fonts into the first `style`. */
export function wrapCover(body: string, style: string, cover: Cover | undefined, title: string): string {
  const colours = Object.entries(cover?.colours ?? {}).map(([name, colour]) => `--${name}:${colour}`).join(';')
  const attributes = cover ? ` lang="${escapeAttribute(cover.language)}" dir="${cover.direction}" class="${cover.script}" style="${colours}"` : ''
  return `<!doctype html><html${attributes}><head><meta charset="utf-8"><title>${escapeText(title)}</title><style id="house-fonts"></style>` +
    `<style>${style.replaceAll('</', '<\\/')}</style></head><body>${body}</body></html>`
}
