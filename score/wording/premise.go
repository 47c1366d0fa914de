package wording

import (
	_ "embed"

	"ziping/extract"
	"ziping/text/datafile"
)

//go:embed premises.yaml
var premiseData []byte

var premises = datafile.Once(premiseData, func(text []byte) (said map[string]pair, err error) {
	return said, datafile.Decode("premises", text, &said)
})

// Premise is why it cannot be told whether a sum holds, by the premise that is not shown
// (score/identity): 表中没有满分，无可对照. Empty for one that nobody knows.
func Premise(id string) extract.Text { return extract.Text(premises()[id]) }
