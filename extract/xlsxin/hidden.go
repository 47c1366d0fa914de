package xlsxin

import (
	"strings"

	"ziping/extract"
)

// saidHidden says which sheets were left out.
func (r *reader) saidHidden() {
	if len(r.hiddenSheets) > 0 {
		names := strings.Join(r.hiddenSheets[:min(len(r.hiddenSheets), 10)], "、")
		r.d.Warn("hidden-sheet", extract.Text{ZH: "隐藏的工作表未读取：" + names, EN: "hidden sheets were not read: " + names}, nil)
	}
}

func (r *reader) saidComments(sheet string) {
	r.d.Warn("comment", extract.Text{ZH: "工作表“" + sheet + "”有批注，未读取", EN: "sheet " + sheet + " has comments, which were not read"}, nil)
}
