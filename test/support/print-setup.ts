/** Paper and sheets as they are when the publisher says nothing. */
import type {HandoutSetup} from '../../src/core/handouts.ts'
import type {PrintSetup} from '../../src/core/paper.ts'

export const samplePrintSetup: PrintSetup = {
  bleed: 3, paper: {name: 'uncoated-80', thickness: 0.1}, barcode: 100,
  booklet: {scheme: 'saddle', signature: 16, perSheet: 2, sheet: {name: 'A4', width: 210, height: 297}},
  press: {colour: 'rgb', signature: 4, marks: true}, conformance: [], output: {}
}

export const sampleHandoutSetup: HandoutSetup = {paper: {name: 'A4', width: 210, height: 297}, fontSize: 10.5, sets: []}
