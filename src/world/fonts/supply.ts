/** Sees that families are at hand: those that are not are fetched, at most once in a run. */
import type {MissingFont} from '../../core/world.ts'
import {facesByFamily} from './families.ts'
import {fetchFonts, type FetchOptions} from './fetch.ts'
import {maybeFontPackage} from './places.ts'

/** Gives the families that cannot be had. Asked twice for one that failed, it says the same without trying again. */
export function makeFontSupply(options: FetchOptions): (families: readonly string[]) => Promise<readonly MissingFont[]> {
  const {isHere = (name: string) => maybeFontPackage(name) !== undefined} = options
  const reasonByPackage = new Map<string, string>()
  let working: Promise<unknown> = Promise.resolve()
  const fetchMissing = async (packages: readonly string[]): Promise<void> => {
    const wanted = packages.filter((name) => !isHere(name) && !reasonByPackage.has(name))
    if (wanted.length === 0) return
    const reason = await fetchFonts(wanted, options)
    for (const name of wanted) if (!isHere(name)) reasonByPackage.set(name, reason ?? 'the package does not hold what it should')
  }
  return async (families) => {
    const packages = [...new Set(families.flatMap((family) => facesByFamily.get(family)?.[0]?.package ?? []))].sort()
    const turn = working.then(() => fetchMissing(packages))
    working = turn.catch(() => undefined)
    await turn
    return families.flatMap((family): readonly MissingFont[] => {
      const name = facesByFamily.get(family)?.[0]?.package
      if (name === undefined) return [{family, reason: 'no font of the house'}]
      return isHere(name) ? [] : [{family, package: name, reason: reasonByPackage.get(name) ?? ''}]
    })
  }
}
