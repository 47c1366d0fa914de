package rubric

import (
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
)

// Choose returns the embedded rule set for a form and why it was chosen: by
// the form's family, else by a region named in its head, else the default.
func Choose(r *normalize.Report) (*Set, extract.Text) {
	all := Sets()
	year := 0
	if r.Year != nil {
		year, _ = strconv.Atoi(r.Year.Value)
	}
	if r.Family != nil {
		for _, s := range all {
			if s.Applies.in(year) && slices.Contains(s.Applies.Families, *r.Family) {
				return s, extract.Text{
					ZH: "按表式 " + *r.Family + " 选用" + s.Name.ZH,
					EN: "chosen by the form's family " + *r.Family + ": " + s.Name.EN,
				}
			}
		}
	}
	for _, f := range []*normalize.Field{r.Title, r.Organisation} {
		if f.IsBlank() {
			continue
		}
		for _, s := range all {
			for _, region := range s.Applies.Regions {
				if s.Applies.in(year) && strings.Contains(f.Text, region) {
					return s, extract.Text{
						ZH: "表头写有“" + region + "”,选用" + s.Name.ZH,
						EN: "the form's head names " + region + ": " + s.Name.EN,
					}
				}
			}
		}
	}
	s := Default()
	return s, extract.Text{ZH: "未知本单位的评分办法,选用" + s.Name.ZH, EN: "the office's own rule is not known: " + s.Name.EN}
}

func (a Applies) in(year int) bool {
	if year == 0 {
		return true // not printed: nothing speaks against it
	}
	return (a.From == 0 || year >= a.From) && (a.To == 0 || year <= a.To)
}
