/** The cover as files of their own: shops ask for it apart from the book, and lists of books show it small. */
import {tagOf} from '../../core/bilingual.ts'
import type {Edition} from '../../core/model.ts'
import type {Companion} from '../../core/product.ts'
import {PictureError, type World} from '../../core/world.ts'
import {coverPath} from './illustrations.ts'
import {coverSize} from './cover.ts'

const quality = 90
/** A quarter of the full size: sharp on the shelf of a telephone. */
const thumbnailSize = {width: coverSize.width / 4, height: coverSize.height / 4}

/** The cover of an illustrated edition as JPEG, whole and as a thumbnail. None where there is no cover but a drawing that no browser can turn into pixels. */
export async function makeCoverFiles({resources, publication: {name}, spec}: Edition, world: World): Promise<readonly Companion[]> {
  const [cover, language] = [resources.get(coverPath), tagOf(spec)]
  if (!cover || cover.mediaType === 'image/svg+xml') return []
  try {
    const encode = async ({width, height}: typeof thumbnailSize): Promise<Uint8Array> =>
      (await world.encodePicture(cover, {maxWidth: width, maxHeight: height, quality}, 'image/jpeg')).content
    return [
      {path: `${language}/${name}-${language}-cover.jpg`, content: await encode(coverSize)},
      {path: `${language}/${name}-${language}-thumbnail.jpg`, content: await encode(thumbnailSize)}
    ]
  } catch (error) {
    if (error instanceof PictureError) return [] // reported when it was illustrated
    throw error
  }
}
