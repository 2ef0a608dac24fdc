/** The second block of a record: words about the book, and its cover. */
import type {Element} from 'xast'
import {linkTo} from '../links.ts'
import {describeLanguage} from './languages.ts'
import {group, maybeGroup, value, type Traded} from './record.ts'

/** `undefined` where there is neither. */
export function describeCollateral(traded: Traded): Element | undefined {
  return maybeGroup('CollateralDetail', describeText(traded), describeCover(traded))
}

/** The description (list 153: 03), for anyone. */
function describeText({edition: {description, languages: [language = 'und']}}: Traded): Element | undefined {
  if (description === undefined || description === '') return undefined
  return group('TextContent', value('TextType', '03'), value('ContentAudience', '00'), value('Text', description, {language: describeLanguage(language).code, textformat: '06'}))
}

/** The front cover as JPEG, with size and digest (list 162); where it is to be had on the web. */
function describeCover({release: {address}, edition: {cover}}: Traded): Element | undefined {
  if (!cover || address === undefined) return undefined
  const features = [['01', 'D502'], ['07', String(cover.size)], ['08', cover.sha256]] as const
  return group('SupportingResource', value('ResourceContentType', '01'), value('ContentAudience', '00'), value('ResourceMode', '03'),
    group('ResourceVersion', value('ResourceForm', '02'),
      ...features.map(([type, words]) => group('ResourceVersionFeature', value('ResourceVersionFeatureType', type), value('FeatureValue', words))),
      value('ResourceLink', linkTo(cover.path, '', address))))
}
