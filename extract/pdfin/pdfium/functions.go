package pdfium

// function is one of the functions that are called.
type function int

const (
	fnMalloc function = iota
	fnFree

	fnLoadMemDocument
	fnGetLastError
	fnCloseDocument
	fnGetPageCount

	fnLoadPage
	fnClosePage
	fnPageGetRotation
	fnGetPageBoundingBox
	fnPageFlatten
	fnPageCountObjects
	fnPageGetObject
	fnPageGetAnnotCount
	fnPageGetAnnot

	fnTextLoadPage
	fnTextClosePage
	fnTextCountChars
	fnTextGetText
	fnTextGetUnicode
	fnTextHasUnicodeMapError
	fnTextIsHyphen
	fnTextGetTextObject
	fnTextGetCharOrigin
	fnTextGetLooseCharBox
	fnTextGetCharBox
	fnTextGetMatrix
	fnTextGetFontSize

	fnPageObjGetType
	fnPageObjGetMatrix
	fnPageObjGetBounds
	fnPageObjTransform
	fnPageObjSetIsActive
	fnPageObjHasTransparency
	fnPageObjGetFillColor
	fnPageObjGetStrokeColor
	fnPageObjGetStrokeWidth
	fnPageObjSetStrokeWidth
	fnPageObjCountMarks
	fnPageObjGetMark
	fnPageObjGetClipPath

	fnImageObjGetImagePixelSize

	fnFormObjCountObjects
	fnFormObjGetObject

	fnTextObjGetFont
	fnTextObjGetFontSize
	fnTextObjGetTextRenderMode
	fnTextObjSetTextRenderMode

	fnPathGetDrawMode
	fnPathCountSegments
	fnPathGetPathSegment

	fnPathSegmentGetType
	fnPathSegmentGetPoint
	fnPathSegmentGetClose

	fnClipPathCountPaths
	fnClipPathCountPathSegments
	fnClipPathGetPathSegment

	fnPageObjMarkGetName
	fnPageObjMarkGetParamBlobValue
	fnPageObjMarkRemoveParam

	fnFontGetIsEmbedded
	fnFontGetFontData
	fnFontGetBaseFontName
	fnFontGetAscent
	fnFontGetDescent
	fnFontGetGlyphWidth

	fnAnnotGetSubtype
	fnAnnotGetFlags
	fnAnnotHasKey
	fnAnnotGetStringValue
	fnAnnotGetRect
	fnAnnotGetAP
	fnAnnotSetAP
	fnPageCloseAnnot

	fnInitForms
	fnExitForms
	fnAnnotGetFieldType
	fnAnnotGetFieldFlags
	fnAnnotGetFieldValue
	fnAnnotGetOptionCount
	fnAnnotIsOptionSelected
	fnAnnotGetOptionLabel

	fnBitmapCreateEx
	fnBitmapDestroy
	fnBitmapGetBuffer
	fnBitmapGetStride
	fnBitmapFillRect
	fnRenderPageBitmapWithMatrix
)

// names are what PDFium exports them as. The methods of this package are the
// only callers.
var names = [...]string{
	fnMalloc: "malloc",
	fnFree:   "free",

	fnLoadMemDocument: "FPDF_LoadMemDocument",
	fnGetLastError:    "FPDF_GetLastError",
	fnCloseDocument:   "FPDF_CloseDocument",
	fnGetPageCount:    "FPDF_GetPageCount",

	fnLoadPage:           "FPDF_LoadPage",
	fnClosePage:          "FPDF_ClosePage",
	fnPageGetRotation:    "FPDFPage_GetRotation",
	fnGetPageBoundingBox: "FPDF_GetPageBoundingBox",
	fnPageFlatten:        "FPDFPage_Flatten",
	fnPageCountObjects:   "FPDFPage_CountObjects",
	fnPageGetObject:      "FPDFPage_GetObject",
	fnPageGetAnnotCount:  "FPDFPage_GetAnnotCount",
	fnPageGetAnnot:       "FPDFPage_GetAnnot",

	fnTextLoadPage:           "FPDFText_LoadPage",
	fnTextClosePage:          "FPDFText_ClosePage",
	fnTextCountChars:         "FPDFText_CountChars",
	fnTextGetText:            "FPDFText_GetText",
	fnTextGetUnicode:         "FPDFText_GetUnicode",
	fnTextHasUnicodeMapError: "FPDFText_HasUnicodeMapError",
	fnTextIsHyphen:           "FPDFText_IsHyphen",
	fnTextGetTextObject:      "FPDFText_GetTextObject",
	fnTextGetCharOrigin:      "FPDFText_GetCharOrigin",
	fnTextGetLooseCharBox:    "FPDFText_GetLooseCharBox",
	fnTextGetCharBox:         "FPDFText_GetCharBox",
	fnTextGetMatrix:          "FPDFText_GetMatrix",
	fnTextGetFontSize:        "FPDFText_GetFontSize",

	fnPageObjGetType:         "FPDFPageObj_GetType",
	fnPageObjGetMatrix:       "FPDFPageObj_GetMatrix",
	fnPageObjGetBounds:       "FPDFPageObj_GetBounds",
	fnPageObjTransform:       "FPDFPageObj_Transform",
	fnPageObjSetIsActive:     "FPDFPageObj_SetIsActive",
	fnPageObjHasTransparency: "FPDFPageObj_HasTransparency",
	fnPageObjGetFillColor:    "FPDFPageObj_GetFillColor",
	fnPageObjGetStrokeColor:  "FPDFPageObj_GetStrokeColor",
	fnPageObjGetStrokeWidth:  "FPDFPageObj_GetStrokeWidth",
	fnPageObjSetStrokeWidth:  "FPDFPageObj_SetStrokeWidth",
	fnPageObjCountMarks:      "FPDFPageObj_CountMarks",
	fnPageObjGetMark:         "FPDFPageObj_GetMark",
	fnPageObjGetClipPath:     "FPDFPageObj_GetClipPath",

	fnImageObjGetImagePixelSize: "FPDFImageObj_GetImagePixelSize",

	fnFormObjCountObjects: "FPDFFormObj_CountObjects",
	fnFormObjGetObject:    "FPDFFormObj_GetObject",

	fnTextObjGetFont:           "FPDFTextObj_GetFont",
	fnTextObjGetFontSize:       "FPDFTextObj_GetFontSize",
	fnTextObjGetTextRenderMode: "FPDFTextObj_GetTextRenderMode",
	fnTextObjSetTextRenderMode: "FPDFTextObj_SetTextRenderMode",

	fnPathGetDrawMode:    "FPDFPath_GetDrawMode",
	fnPathCountSegments:  "FPDFPath_CountSegments",
	fnPathGetPathSegment: "FPDFPath_GetPathSegment",

	fnPathSegmentGetType:  "FPDFPathSegment_GetType",
	fnPathSegmentGetPoint: "FPDFPathSegment_GetPoint",
	fnPathSegmentGetClose: "FPDFPathSegment_GetClose",

	fnClipPathCountPaths:        "FPDFClipPath_CountPaths",
	fnClipPathCountPathSegments: "FPDFClipPath_CountPathSegments",
	fnClipPathGetPathSegment:    "FPDFClipPath_GetPathSegment",

	fnPageObjMarkGetName:           "FPDFPageObjMark_GetName",
	fnPageObjMarkGetParamBlobValue: "FPDFPageObjMark_GetParamBlobValue",
	fnPageObjMarkRemoveParam:       "FPDFPageObjMark_RemoveParam",

	fnFontGetIsEmbedded:   "FPDFFont_GetIsEmbedded",
	fnFontGetFontData:     "FPDFFont_GetFontData",
	fnFontGetBaseFontName: "FPDFFont_GetBaseFontName",
	fnFontGetAscent:       "FPDFFont_GetAscent",
	fnFontGetDescent:      "FPDFFont_GetDescent",
	fnFontGetGlyphWidth:   "FPDFFont_GetGlyphWidth",

	fnAnnotGetSubtype:     "FPDFAnnot_GetSubtype",
	fnAnnotGetFlags:       "FPDFAnnot_GetFlags",
	fnAnnotHasKey:         "FPDFAnnot_HasKey",
	fnAnnotGetStringValue: "FPDFAnnot_GetStringValue",
	fnAnnotGetRect:        "FPDFAnnot_GetRect",
	fnAnnotGetAP:          "FPDFAnnot_GetAP",
	fnAnnotSetAP:          "FPDFAnnot_SetAP",
	fnPageCloseAnnot:      "FPDFPage_CloseAnnot",

	fnInitForms:             "FPDFDOC_InitFormFillEnvironment",
	fnExitForms:             "FPDFDOC_ExitFormFillEnvironment",
	fnAnnotGetFieldType:     "FPDFAnnot_GetFormFieldType",
	fnAnnotGetFieldFlags:    "FPDFAnnot_GetFormFieldFlags",
	fnAnnotGetFieldValue:    "FPDFAnnot_GetFormFieldValue",
	fnAnnotGetOptionCount:   "FPDFAnnot_GetOptionCount",
	fnAnnotIsOptionSelected: "FPDFAnnot_IsOptionSelected",
	fnAnnotGetOptionLabel:   "FPDFAnnot_GetOptionLabel",

	fnBitmapCreateEx:             "FPDFBitmap_CreateEx",
	fnBitmapDestroy:              "FPDFBitmap_Destroy",
	fnBitmapGetBuffer:            "FPDFBitmap_GetBuffer",
	fnBitmapGetStride:            "FPDFBitmap_GetStride",
	fnBitmapFillRect:             "FPDFBitmap_FillRect",
	fnRenderPageBitmapWithMatrix: "FPDF_RenderPageBitmapWithMatrix",
}
