package xlsxin

import (
	"slices"
	"testing"
)

func TestMarginTexts(t *testing.T) {
	for _, tt := range []struct {
		code, sheet string
		want        []string
	}{
		{"&C&A", "Sheet1", nil},
		{"&C&A", "工作表 2", nil},
		{"&C&A", "自评表1", []string{"自评表1"}},
		{"&L附件1&C&A&R第 &P 页", "Sheet1", []string{"附件1"}},
		{"&L甲局 &A", "sheet", []string{"甲局"}},
		{"&C&\"宋体,常规\"&14部门整体绩效自评表", "Sheet1", []string{"部门整体绩效自评表"}},
	} {
		if got := marginTexts(tt.code, tt.sheet); !slices.Equal(got, tt.want) {
			t.Errorf("%q on %s: got %q, want %q", tt.code, tt.sheet, got, tt.want)
		}
	}
}
