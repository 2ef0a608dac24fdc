/** A mark whose heading is made of blanks, as no manuscript can give it: parse has its own word for that. */
import type {Diagnostic} from '../../../../src/core/diagnostic.ts'
import {indexArticles} from '../../../../src/indexing/articles.ts'
import {makeArticle, makeMark, tryStage} from '../../../support/articles.ts'

export async function provoke(): Promise<readonly Diagnostic[]> {
  const article = {...makeArticle('market', [makeMark([' '], 'words')]), id: 'a-market'}
  return tryStage((report) => indexArticles([article], 'en', 'Symbols', report)).found
}
