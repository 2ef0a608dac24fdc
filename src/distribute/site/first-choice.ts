/** The one script of the catalogue: offers the reader's own language first. Without it the page is the same in another order. */

/** Moves the card that suits the first of the reader's languages that any suits: by region, else script, else language. Sets only text. */
export const firstChoice = `(() => {
  const list = document.querySelector('.editions')
  const cards = [...list.querySelectorAll('[data-language]')]
  const keys = (tag) => {
    const {language, script, region} = new Intl.Locale(tag.replace(/^no\\b/, 'nb')).maximize()
    return [[language, script, region].join(), [language, script].join(), language]
  }
  for (const wish of navigator.languages) {
    const wanted = keys(wish)
    for (const at of [0, 1, 2]) {
      const card = cards.find((each) => keys(each.dataset.language)[at] === wanted[at])
      if (!card) continue
      list.prepend(card)
      card.classList.add('yours')
      const {choose} = card.dataset
      const heading = document.querySelector('#languages')
      if (choose && heading) Object.assign(heading, {textContent: choose, lang: card.lang}) // it stays where the page begins
      return
    }
  }
})()`
