/** No browser is fetched while packages install, where a blocked network would fail it; src/world/find-browser.ts sees to one. */
module.exports = {skipDownload: true}
