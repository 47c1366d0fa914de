package main

import (
	"bytes"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ziping/extract"
)

const (
	passwordFlag    = "password-file"
	recognitionFlag = "ocr"
	dpiFlag         = "dpi"
)

// recognitionModes are the values of --ocr.
var recognitionModes = []string{string(extract.RecogniseAuto), string(extract.RecogniseForce), string(extract.RecogniseOff)}

// addReadingFlags adds what steers the readers.
func (a *app) addReadingFlags(flags *pflag.FlagSet) {
	flags.String(recognitionFlag, string(extract.RecogniseAuto), a.say("`auto|force|off`：哪些页按图片识别：没有文字层的、全部、都不", "which pages are recognised as pictures: those without text, all, none: `auto|force|off`"))
	flags.Float64(dpiFlag, 0, a.say("`N`：图片的分辨率，不按文件所说（50–1200）", "resolution `N` of pictures, whatever the files say (50 to 1200)"))
	flags.String(passwordFlag, "", a.say("`FILE`：打开加密文件的密码，每行一个", "passwords that open encrypted inputs, one a line of `FILE`"))
}

// Limits of a password file; PDF knows at most 127 bytes of a password.
const (
	passwordBytes = 64 << 10
	passwordLines = 100
)

// readingFlags looks at what steers the readers before any work starts.
func (a *app) readingFlags(cmd *cobra.Command, _ []string) error {
	mode, err := cmd.Flags().GetString(recognitionFlag)
	if err != nil {
		return err
	}
	if err := a.oneOf(recognitionFlag, mode, recognitionModes); err != nil {
		return err
	}
	if a.recognition = extract.Recognition(mode); !recognises {
		a.recognition = extract.RecogniseOff
	}
	if a.dpi, err = cmd.Flags().GetFloat64(dpiFlag); err != nil {
		return err
	}
	if cmd.Flags().Changed(dpiFlag) && !(a.dpi >= 50 && a.dpi <= 1200) {
		return a.usage(a.sayf("--%s 不能是 %v", "--%s cannot be %v", dpiFlag, a.dpi), a.say("请写 50 到 1200 之间的数，例如 --dpi 200", "give a number from 50 to 1200, such as --dpi 200"))
	}
	return a.readPasswords(cmd)
}

// readPasswords reads the file of --password-file.
func (a *app) readPasswords(cmd *cobra.Command) error {
	name, err := cmd.Flags().GetString(passwordFlag)
	if err != nil || name == "" {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return a.usage(a.sayf("--%s %s 无法读取：%s", "--%s %s cannot be read: %s", passwordFlag, name, a.reason(err)), a.say("请检查路径", "check the path"))
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, passwordBytes))
	if err != nil {
		return a.usage(a.sayf("--%s %s 无法读取：%s", "--%s %s cannot be read: %s", passwordFlag, name, a.reason(err)), a.say("请检查路径", "check the path"))
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // Notepad's mark is no part of a password
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			a.passwords = append(a.passwords, line)
		}
	}
	switch n := len(a.passwords); {
	case n == 0:
		return a.usage(a.sayf("--%s %s 中没有密码", "--%s %s holds no password", passwordFlag, name), a.say("每行写一个密码", "write one password a line"))
	case n > passwordLines:
		return a.usage(a.sayf("--%s %s 里的密码超过 %d 个", "--%s %s holds more than %d passwords", passwordFlag, name, passwordLines), a.say("每行写一个密码", "write one password a line"))
	}
	return nil
}

// pageRanges reads --pages: 1,3-5,8-.
func (a *app) pageRanges(list string) ([]extract.PageRange, error) {
	var out []extract.PageRange
	if list == "" {
		return nil, nil
	}
	for part := range strings.SplitSeq(list, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		r := extract.PageRange{}
		var err error
		if r.From, err = strconv.Atoi(from); err == nil {
			switch {
			case !isRange:
				r.To = r.From
			case to != "":
				r.To, err = strconv.Atoi(to)
			}
		}
		if err != nil || r.From < 1 || r.To != 0 && r.To < r.From {
			return nil, a.usage(a.sayf("--pages 的值 %q 无效", "--pages: %q is not valid", list), a.say("例如 --pages 1,3-5", "for example --pages 1,3-5"))
		}
		out = append(out, r)
	}
	return out, nil
}
