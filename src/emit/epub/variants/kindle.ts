/** The edition as Kindle's converter takes it: Kindle Publishing Guidelines and the KDP help pages named below. */
import type {Report} from '../../../core/diagnostic.ts'
import {replaceNodes} from '../../../core/hast.ts'
import type {Edition, NavPoint} from '../../../core/model.ts'
import type {Resource} from '../../../core/resources.ts'
import type {PictureLimits} from '../../../core/pictures.ts'
import type {World} from '../../../core/world.ts'
import {withoutFonts} from '../fonts.ts'
import {joinDivisions} from './divisions.ts'
import {fitStyles} from './kindle-styles.ts'
import {cutTable} from './tables.ts'

/** Primary subtags of the languages of the shop (KDP help G200673300); books in others may fail to convert. */
const shopLanguages = new Set(
  ('af ar br ca co cy da de en es eu fi fr frr fy ga gd gl gsw gu gv hi is it ja kw lb ml mr nb nl nn no oc pl pt rm sco stq sv ta zh').split(' ')
)
/** Levels of the contents in the reader's menu (KDP help GY3AD8C6C6GAG42N). */
const levels = 2
/** Fewer than 300 documents (KDP help GGRXLC5USU4H67YM), some of which are not divisions. */
const mostDivisions = 280
/** Five megapixels (Kindle Publishing Guidelines § 10.4.2). */
const mostPixels = 5_000_000

/** No page for the cover, which the shop's readers show by themselves (KDP help G6GTK3T3NUHKLEFX), contents, tables, pictures and styles within its limits. */
export async function fitForKindle(whole: Edition, world: Pick<World, 'encodePicture'>, report: Report): Promise<Edition> {
  const edition = withoutFonts(whole) // body text is in the reader's own
  const {spec: {language}, divisions, landmarks, contents, resources, styles, publication} = edition
  if (!shopLanguages.has(language.split('-')[0] ?? '')) report('epub/kindle-language', {language})
  const fitted = divisions.filter(({kind}) => kind !== 'cover').map((division) => ({...division, tree: replaceNodes(division.tree, cutTable)}))
  return {
    ...edition,
    divisions: joinDivisions(fitted, mostDivisions),
    landmarks: landmarks.filter(({type}) => type !== 'cover'),
    contents: limitDepth(contents, levels),
    resources: await fitPictures(resources, publication.pictures, world),
    styles: {...styles, epub: fitStyles(styles.epub)}
  }
}

function limitDepth(points: readonly NavPoint[], depth: number): readonly NavPoint[] {
  return points.map((point) => ({...point, children: depth > 1 ? limitDepth(point.children, depth - 1) : []}))
}

/** Of what moves, which the converter refuses, the first frame stays, as JPEG (KDP help G75V4YX5X8GRGXWV). Larger limits of the publisher end at what the shop takes. */
async function fitPictures(resources: Edition['resources'], limits: PictureLimits, world: Pick<World, 'encodePicture'>): Promise<Edition['resources']> {
  const scale = Math.min(1, Math.sqrt(mostPixels / (limits.maxWidth * limits.maxHeight)))
  const fitted = {...limits, maxWidth: Math.floor(limits.maxWidth * scale), maxHeight: Math.floor(limits.maxHeight * scale)}
  const all = new Map<string, Resource>()
  for (const [path, resource] of resources) {
    const isFit = resource.mediaType === 'image/svg+xml' || !resource.moves && scale === 1
    all.set(path, isFit ? resource : await encode(resource, fitted, world))
  }
  return all
}

async function encode(resource: Resource, limits: PictureLimits, world: Pick<World, 'encodePicture'>): Promise<Resource> {
  const {content, mediaType, hash, moves} = await world.encodePicture(resource, limits, resource.moves ? 'image/jpeg' : undefined)
  return {...resource, mediaType, hash, moves, load: async () => content}
}
