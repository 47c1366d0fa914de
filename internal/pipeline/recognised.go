package pipeline

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// The codes of the warnings about figures that were recognised from a picture.
const (
	warnFigures  = "recognised-figures" // how many, and how sure
	warnRepaired = "misread"            // one that the sums of the form put right
	warnDoubtful = "doubtful"           // one that is not sure
)

// mostDoubts bounds the warnings that name a figure each.
const mostDoubts = 30

// recognised tells how sure the figures are that were recognised from a picture, and
// names those that were put right or are doubtful.
func recognised(reports []score.Report, lang extract.Lang) []extract.Warning {
	count := map[normalize.Reading]int{}
	var named []extract.Warning
	all := 0
	for i := range reports {
		r := &reports[i].Report
		for _, f := range r.Fields() {
			if f.Field.Confidence == "" || f.Field.At == nil || !likeFigure(f.Field.Text) && f.Field.Reading != normalize.Doubtful {
				continue
			}
			all++
			count[f.Field.Reading]++
			var w extract.Warning
			var msg extract.Text
			what := r.Label(f.Path, lang)
			switch f.Field.Reading {
			case normalize.Repaired:
				w.Code = warnRepaired
				msg = extract.Text{
					ZH: fmt.Sprintf("%s：图上初识为“%s”，按表内关系改读为“%s”", what, f.Field.Was, f.Field.Text),
					EN: fmt.Sprintf("%s: read as “%s” at first, as “%s” by the sums of the form", what, f.Field.Was, f.Field.Text),
				}
			case normalize.Doubtful:
				w.Code = warnDoubtful
				msg = extract.Text{
					ZH: fmt.Sprintf("%s：“%s”在图上辨认不清，又无从由表内关系证实，请核对原件", what, f.Field.Text),
					EN: fmt.Sprintf("%s: “%s” is hard to make out, and no sum of the form confirms it; please compare it with the original", what, f.Field.Text),
				}
			default:
				continue
			}
			w.At, w.Message = f.Field.At, msg.In(lang)
			named = append(named, w)
		}
	}
	if all == 0 {
		return nil
	}
	msg := extract.Text{
		ZH: fmt.Sprintf("由图片识别的数字 %d 个：%d 个由表内关系证实，%d 个据此改正误识，%d 个存疑，其余按图读取", all, count[normalize.Proved], count[normalize.Repaired], count[normalize.Doubtful]),
		EN: fmt.Sprintf("%d figures were recognised from a picture: %d are proved by the form's sums, %d misread ones were put right by them, %d are doubtful, the others stand as read", all, count[normalize.Proved], count[normalize.Repaired], count[normalize.Doubtful]),
	}
	out := []extract.Warning{{Code: warnFigures, Message: msg.In(lang)}}
	if more := len(named) - mostDoubts; more > 0 {
		named = named[:mostDoubts]
		rest := extract.Text{ZH: fmt.Sprintf("另有 %d 个数字改正了误识或存疑", more), EN: fmt.Sprintf("%d more figures were put right or are doubtful", more)}
		named = append(named, extract.Warning{Code: warnDoubtful, Message: rest.In(lang)})
	}
	return append(out, named...)
}
