/** A former release of which only the manifest was kept. */
import {build} from '../../../../src/build.ts'
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {writeManifest} from '../../../../src/distribute/manifest/manifest.ts'
import {makeMemoryWorld} from '../../../support/memory-world.ts'
import {makeRelease} from '../../../support/release.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const release = makeRelease()
  const files = {
    'publication.yaml': `identifier: ${release.identifier}\nformats: [epub]\nchanges: {since: releases/1}\n`, 'releases/1/manifest.json': writeManifest(release), 'en/honey.md': '---\ntitle: Honey\n---\n\nBees make honey.\n'
  }
  return (await build(makeMemoryWorld(files), {folderName: 'bees', strict: false, drafts: false})).diagnostics
}
