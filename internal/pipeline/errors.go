package pipeline

import (
	"errors"
	"fmt"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/score"
)

func notAForm() *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrNotAForm,
		Reason: extract.Text{ZH: "没有找到绩效自评表", EN: "no self-evaluation form found in it"},
		Hint: extract.Text{
			ZH: "自评表至少有一行表头（年初预算数、一级指标、绩效目标等）；用 ziping extract 可查看读到的表格",
			EN: "a form has at least one row of headings (年初预算数, 一级指标, 绩效目标 …); ziping extract shows what was read",
		},
	}
}

// inAPicture is the end of an input whose text holds no form and whose pictures
// were not read.
func inAPicture() *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrScanned,
		Reason: extract.Text{ZH: "文字里没有绩效自评表，而图片中的文字未识别", EN: "its text holds no self-evaluation form, and text in its pictures was not recognised"},
		Hint:   extract.Text{ZH: "若表格是图片，需要文字识别（OCR）；或请提供表格的电子版", EN: "if the form is a picture it needs text recognition (OCR); or supply it as a digital file"},
	}
}

// FailureOf is an error as a Result states it.
func FailureOf(err error, lang extract.Lang) *score.Failure {
	e := asError(err)
	f := &score.Failure{Kind: e.Kind, Message: e.In(lang), Hint: e.Hint.In(lang)}
	if errors.As(e, &f.Defect) {
		f.Where = f.Defect.Where()
	}
	return f
}

func asError(err error) *extract.Error { return extract.AsError(reading, err) }

// TooLarge is the Outcome of an input that passes the limit of bytes. head is
// its beginning, which tells whether there would be a reader for it at all.
func TooLarge(head []byte, name string, size int64, o Options) *Outcome {
	out := &Outcome{o: o, Result: &score.Result{Schema: score.ResultSchema, Source: extract.Source{Name: formats.Base(name)}}}
	if !Claims(name, head) {
		out.Fail(&extract.Error{
			Kind:   extract.ErrUnknown,
			Reason: extract.Text{ZH: "文件类型未知", EN: "a kind of file that is not known"},
		})
		return out
	}
	limit := o.reading(nil).Limits.Bytes
	out.Fail(&extract.Error{
		Kind: extract.ErrLimit,
		Reason: extract.Text{
			ZH: fmt.Sprintf("文件有 %d 字节，超过上限 %d 字节", size, limit),
			EN: fmt.Sprintf("the file has %d bytes, more than the limit of %d", size, limit),
		},
		Hint: extract.Text{ZH: "请把表格单独另存为一个文件", EN: "save the form by itself in a file of its own"},
	})
	return out
}

// Claims reports whether a file that begins so is of a kind that is read, or
// known and refused: anything but skipped for want of a reader.
func Claims(name string, head []byte) bool {
	switch formats.Sniff(head) {
	case formats.Image:
		return false
	case formats.Unknown:
		return formats.Promised(name)
	default:
		return true
	}
}
