// Package prose reads the figures of a narrative: what number is printed, in
// what unit, how exactly, of what, and in what role. It is a pure function of
// the text and knows nothing of the table beside it:
//
//	t := prose.Read("城镇新增就业14.46万人,完成省定目标的111.23%。")
//	t.Mentions[0].Kind  // Level
//	t.Mentions[0].Low   // 144550: 14.46万 is printed to two places of 万
//	t.Mentions[1].Kind  // Completion
//
// What is not surely a figure of that kind is left out or marked as what it is
// (a year, an ordinal, a number inside a name): a figure not read costs a
// notice, a figure read wrongly costs the reader's trust.
package prose

// maxText bounds the characters that are read of one narrative.
const maxText = 20000

// Read finds the figures of a text.
func Read(text string) *Text {
	r := newReader(text)
	r.scan()
	r.roles()
	return &Text{Mentions: r.mentions, Years: r.years, raw: r.raw, clauses: r.clauses}
}
