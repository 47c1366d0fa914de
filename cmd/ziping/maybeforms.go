package main

import (
	"path"
	"slices"
	"strings"
)

// maybeForms counts skipped inputs in which forms may lie all the same: archives that
// are not opened, pictures in which none was found. Their names tell, since nothing
// read them: it is a word to the user and decides nothing.
type maybeForms struct{ archives, pictures int }

var (
	archiveNames = []string{".7z", ".rar", ".gz", ".bz2", ".xz", ".zst", ".tgz", ".zip", ".tar", ".iso", ".cab", ".lzh"}
	pictureNames = []string{".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif", ".heic", ".heif"}
)

func (m *maybeForms) add(name string) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case slices.Contains(archiveNames, ext):
		m.archives++
	case slices.Contains(pictureNames, ext):
		m.pictures++
	}
}

// say is a word about them, "" if there are none.
func (m *maybeForms) say(a *app) string {
	var parts []string
	if m.archives > 0 {
		parts = append(parts, a.sayf("压缩包 %d 个", "%d archives", m.archives))
	}
	if m.pictures > 0 {
		parts = append(parts, a.sayf("图片 %d 张", "%d pictures", m.pictures))
	}
	if parts == nil {
		return ""
	}
	return a.sayf("跳过的文件中可能有自评表：%s（见 summary.xlsx 的“失败”表）", "forms may lie in what was skipped: %s (see the sheet of failures in summary.xlsx)", strings.Join(parts, a.say("、", ", ")))
}
