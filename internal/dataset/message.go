package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ziping/extract"
	"ziping/internal/batch"
	"ziping/internal/locale"
)

// ParseFormats reads a list of formats as a flag gives it, and returns them in their
// usual order; wrong is the first word that is none.
func ParseFormats(list string) (formats []string, wrong string) {
	for word := range strings.SplitSeq(list, ",") {
		word = strings.ToLower(strings.TrimSpace(word))
		if !slices.Contains(Formats, word) {
			return nil, cmp.Or(word, `""`)
		}
		if !slices.Contains(formats, word) {
			formats = append(formats, word)
		}
	}
	slices.SortFunc(formats, func(a, b string) int { return cmp.Compare(slices.Index(Formats, a), slices.Index(Formats, b)) })
	return formats, ""
}

// Told is a sentence about what was written.
func (m *Manifest) Told(dir string, lang extract.Lang) string {
	list := strings.Join(m.Formats, extract.Text{ZH: "、", EN: ", "}.In(lang))
	text := fmt.Sprintf(extract.Text{ZH: "数据集 %s（%s）：%d 个输入，%d 份表，%d 个字段，%d 处发现", EN: "dataset %s (%s): %d inputs, %d forms, %d fields, %d findings"}.In(lang),
		filepath.Join(dir, Dir), list, m.Inputs, m.Rows["reports"], m.Rows["cells"], m.Rows["findings"])
	if m.LeftOut > 0 {
		text += fmt.Sprintf(extract.Text{ZH: "；%d 个输入没有可用的 JSON 输出，其记录未收入（见 files 表的 records 列）", EN: "; %d inputs have no usable JSON output, their records are left out (column records of table files)"}.In(lang), m.LeftOut)
	}
	return text
}

// Problem says why a dataset could not be written, and what to do about it.
func Problem(dir string, err error, lang extract.Lang) (message, hint string) {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	var foreign *ForeignError
	var held *batch.HeldError
	var none *batch.NoAccountError
	switch {
	case errors.As(err, &foreign):
		return fmt.Sprintf(say("%s 不是 ziping 写的，或写出之后被人改过", "%s was not made by ziping, or was changed since"), filepath.Join(dir, filepath.FromSlash(foreign.Path))),
			say("请移走或改名，或加 --force 覆盖", "move it or give it another name, or overwrite with --force")
	case errors.As(err, &held):
		return fmt.Sprintf(say("%s 正由另一个进程写入", "another process writes into %s"), dir), say("请等它结束，再运行一次", "wait for it to end, and run again")
	case errors.As(err, &none):
		return fmt.Sprintf(say("%s 中没有台账 run.ndjson", "%s has no account run.ndjson"), dir), say("请给出 ziping convert 写出的文件夹", "name a folder that ziping convert wrote")
	}
	return fmt.Sprintf(say("不能写数据集 %s：%s", "cannot write the dataset %s: %s"), filepath.Join(dir, Dir), locale.Reason(err, lang)),
		say("请检查磁盘空间和权限，再运行一次", "check free space and permissions, and run again")
}

// IsUsage reports an error that the user has to settle before anything can be written.
func IsUsage(err error) bool {
	var foreign *ForeignError
	var held *batch.HeldError
	var none *batch.NoAccountError
	return errors.As(err, &foreign) || errors.As(err, &held) || errors.As(err, &none)
}
