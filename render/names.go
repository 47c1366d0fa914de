package render

import (
	"fmt"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score"
)

// What a person reads has no codes. These are the words for those of the JSON; a code
// without words comes back as it is.

var levelNames = map[score.Level]extract.Text{
	score.Error: {ZH: "错误", EN: "error"}, score.Rule: {ZH: "评分存疑", EN: "scoring"}, score.Notice: {ZH: "提示", EN: "notice"},
}

// LevelName is a level in words.
func LevelName(l score.Level, lang extract.Lang) string { return named(levelNames, l, lang) }

// Counts are the findings of a form by level: 错误 1，评分存疑 0，提示 3.
func Counts(errors, rules, notices int, lang extract.Lang) string {
	return fmt.Sprintf(extract.Text{ZH: "错误 %d，评分存疑 %d，提示 %d", EN: "errors %d, scoring %d, notices %d"}.In(lang), errors, rules, notices)
}

var statusNames = map[score.Status]extract.Text{
	score.OK: {ZH: "已核对", EN: "checked"}, score.Partial: {ZH: "部分识别", EN: "read in part"},
	score.Failed: {ZH: "失败", EN: "failed"}, score.Skipped: {ZH: "跳过", EN: "skipped"},
}

// StatusName is how an input ended, in words.
func StatusName(s score.Status, lang extract.Lang) string { return named(statusNames, s, lang) }

var kindNames = map[extract.ErrorKind]extract.Text{
	extract.ErrEmpty: {ZH: "空文件", EN: "empty"}, extract.ErrTruncated: {ZH: "文件不完整", EN: "cut off"},
	extract.ErrDamaged: {ZH: "文件损坏", EN: "damaged"}, extract.ErrEncrypted: {ZH: "文件加密", EN: "encrypted"},
	extract.ErrLimit: {ZH: "超过上限", EN: "over a limit"}, extract.ErrUnsupported: {ZH: "格式不支持", EN: "not supported"},
	extract.ErrUnknown: {ZH: "类型未知", EN: "unknown kind"}, extract.ErrEncoding: {ZH: "编码有误", EN: "encoding"},
	extract.ErrScanned: {ZH: "需文字识别", EN: "needs recognition"}, extract.ErrStuck: {ZH: "读取超限", EN: "too slow or too large"},
	extract.ErrNotAForm: {ZH: "不是自评表", EN: "no form"}, extract.ErrAmbiguous: {ZH: "内容有歧义", EN: "ambiguous"},
	extract.ErrRead: {ZH: "无法读取", EN: "cannot be read"}, extract.ErrInternal: {ZH: "程序出错", EN: "fault of the program"},
	// Of a run, not of what an input holds.
	"write": {ZH: "无法写出", EN: "cannot be written"}, "exists": {ZH: "位置被占用", EN: "place taken"},
	"changed": {ZH: "输出被改过", EN: "output changed"}, "unsafe": {ZH: "路径不安全", EN: "unsafe path"},
}

// KindName is a kind of error in words.
func KindName(k extract.ErrorKind, lang extract.Lang) string { return named(kindNames, k, lang) }

var opNames = map[normalize.Op]extract.Text{
	normalize.OpAtLeast: {ZH: "≥", EN: "≥"}, normalize.OpAtMost: {ZH: "≤", EN: "≤"}, normalize.OpEqual: {ZH: "=", EN: "="},
	normalize.OpMore: {ZH: ">", EN: ">"}, normalize.OpLess: {ZH: "<", EN: "<"}, normalize.OpRange: {ZH: "区间", EN: "between"},
	normalize.OpByDate: {ZH: "期限", EN: "by date"}, normalize.OpQualitative: {ZH: "定性", EN: "in words"},
}

// OpName is a comparator in words.
func OpName(o normalize.Op, lang extract.Lang) string { return named(opNames, o, lang) }

// readers are the kinds of files by what their reader's name begins with.
var readers = []struct {
	prefix string
	name   extract.Text
}{
	{"tabin", extract.Text{ZH: "文本", EN: "text"}}, {"xlsxin", extract.Text{ZH: "Excel 工作簿", EN: "workbook"}},
	{"docxin", extract.Text{ZH: "Word 文档", EN: "Word document"}}, {"htmlin", extract.Text{ZH: "网页", EN: "web page"}},
	{"pdfin", extract.Text{ZH: "PDF", EN: "PDF"}}, {"scan", extract.Text{ZH: "扫描件（文字识别）", EN: "scan (text recognition)"}},
	{"ocr", extract.Text{ZH: "扫描件（文字识别）", EN: "scan (text recognition)"}},
}

// ReaderName is the kind of file that a reader reads, in words.
func ReaderName(reader string, lang extract.Lang) string {
	source := extract.Source{Reader: reader}
	for _, r := range readers {
		if source.ReadBy(r.prefix) {
			return r.name.In(lang)
		}
	}
	return reader
}

func named[K ~string](names map[K]extract.Text, k K, lang extract.Lang) string {
	if t, ok := names[k]; ok {
		return t.In(lang)
	}
	return string(k)
}
