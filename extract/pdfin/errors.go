package pdfin

import (
	"bytes"
	"errors"
	"fmt"

	"ziping/extract"
	"ziping/extract/pdfin/pdfium"
)

// openError says why a file could not be opened.
func openError(data []byte, code pdfium.OpenCode, passwords int) *extract.Error {
	switch {
	case code == pdfium.NeedsPassword && passwords > 0:
		return &extract.Error{
			Kind:   extract.ErrEncrypted,
			Reason: extract.Text{ZH: "PDF 设有打开密码，给出的密码都打不开", EN: "the PDF is encrypted, and no given password opens it"},
			Hint:   extract.Text{ZH: "请核对 --password-file 中的密码，每行一个", EN: "check the passwords in --password-file, one a line"},
		}
	case code == pdfium.NeedsPassword:
		return &extract.Error{
			Kind:   extract.ErrEncrypted,
			Reason: extract.Text{ZH: "PDF 设有打开密码", EN: "the PDF is encrypted and needs a password"},
			Hint:   extract.Text{ZH: "请把密码写入一个文本文件，用 --password-file 指定；或另存为不加密的文件", EN: "write the password into a text file and name it with --password-file, or save the PDF without one"},
		}
	case code == pdfium.UnknownSecured:
		return &extract.Error{
			Kind:   extract.ErrEncrypted,
			Reason: extract.Text{ZH: "PDF 的加密方式不受支持", EN: "the PDF is encrypted in a way that is not supported"},
			Hint:   extract.Text{ZH: "请用原软件打开后另存为不加密的文件", EN: "open it in the program it came from and save it without encryption"},
		}
	case !bytes.Contains(data[max(0, len(data)-2048):], []byte("%%EOF")):
		return truncated()
	}
	return damaged(&pdfium.OpenError{Code: code})
}

func truncated() *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrTruncated,
		Reason: extract.Text{ZH: "PDF 文件不完整，后面的部分缺失", EN: "the PDF is incomplete: its end is missing"},
		Hint:   extract.Text{ZH: "请重新下载或复制该文件", EN: "download or copy the file again"},
	}
}

func damaged(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrDamaged,
		Reason: extract.Text{ZH: "PDF 文件已损坏，无法打开", EN: "the PDF is damaged and cannot be opened"},
		Hint:   extract.Text{ZH: "请用 PDF 软件打开后另存一份", EN: "open it in a PDF program and save it again"},
		Err:    err,
	}
}

func cannotStart(err error) *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrInternal,
		Reason: extract.Text{ZH: "PDF 阅读器不能启动：" + err.Error(), EN: "the PDF reader cannot start: " + err.Error()},
		Hint:   extract.Text{ZH: "请检查内存是否充足；仍不行请报给维护者", EN: "check that memory is free; if it stays so, report it"},
		Err:    err,
	}
}

// onlyPictures is the end of a file that holds no text at all but pictures of pages.
func onlyPictures(pages int) *extract.Error {
	return &extract.Error{
		Kind: extract.ErrScanned,
		Reason: extract.Text{
			ZH: fmt.Sprintf("%d 页都是扫描图片，没有文字层", pages),
			EN: fmt.Sprintf("all %d pages are pictures without a text layer", pages),
		},
		Hint: extract.Text{ZH: "需要文字识别（OCR）；或请提供表格的电子版", EN: "it needs text recognition (OCR); or supply the form as a digital file"},
	}
}

func noText() *extract.Error {
	return &extract.Error{
		Kind:   extract.ErrEmpty,
		Reason: extract.Text{ZH: "PDF 里没有任何文字", EN: "the PDF holds no text at all"},
		Hint:   extract.Text{ZH: "请检查原文件是否完整，再导出一次", EN: "check the original and export it again"},
	}
}

func noSuchPage(pages int) *extract.Error {
	return &extract.Error{
		Kind: extract.ErrEmpty,
		Reason: extract.Text{
			ZH: fmt.Sprintf("指定的页不存在，此文件共 %d 页", pages),
			EN: fmt.Sprintf("none of the pages asked for is there; the file has %d", pages),
		},
		Hint: extract.Text{ZH: "请改 --pages", EN: "change --pages"},
	}
}

// tooMany names the limit that was passed; of a PDF single pages can be asked for.
func tooMany(limit int, of extract.Text) *extract.Error {
	e := extract.LimitError(limit, of)
	e.Hint = extract.Text{ZH: "请只保留自评表所在的页，或用 --pages 指定", EN: "keep the pages with the form alone, or name them with --pages"}
	return e
}

// tooManyShapes says so of one page.
func tooManyShapes(limit int) *extract.Error {
	return tooMany(limit, extract.Text{ZH: "个图形（一页）", EN: "shapes on a page"})
}

// explain says to a user why a file was not read, with so many passwords and in
// so many bytes of memory.
func explain(err error, data []byte, passwords int, memory int64) error {
	var known *extract.Error
	var open *pdfium.OpenError
	var start *pdfium.StartError
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &open):
		return openError(data, open.Code, passwords)
	case errors.As(err, &start):
		return cannotStart(start.Err)
	case errors.Is(err, pdfium.ErrMemory):
		return tooMany(int(memory>>20), extract.Text{ZH: "MB 内存", EN: "MB of memory"})
	}
	return damaged(err)
}
