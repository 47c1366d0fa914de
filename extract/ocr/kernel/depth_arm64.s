#include "textflag.h"
#include "words_arm64.h"
#include "after_arm64.h"

// V8 to V23 are the sums. Numbers are added in the order of depth_amd64.s, so that the
// sums are the same.

// PIXEL adds what 16 channels of a tap bring to a pixel; R12 points at it and goes to the
// next one.
#define PIXEL(first, second, third, fourth) \
	VLD1.P (R12)(R9), [V0.S4, V1.S4, V2.S4, V3.S4] \
	VFMLA  V0.S4, V24.S4, first.S4  \
	VFMLA  V1.S4, V25.S4, second.S4 \
	VFMLA  V2.S4, V26.S4, third.S4  \
	VFMLA  V3.S4, V27.S4, fourth.S4

// BEGIN loads what all that follow are given; R9 is the step in bytes, R8 the skip.
#define BEGIN \
	MOVD dst+0(FP), R7      \
	MOVD skip+8(FP), R8     \
	LSL  $2, R8             \
	MOVD src+16(FP), R0     \
	MOVD step+24(FP), R9    \
	LSL  $2, R9             \
	MOVD w+32(FP), R6       \
	MOVD bias+40(FP), R10   \
	MOVD offsets+48(FP), R1 \
	MOVD taps+56(FP), R11

// AFTER does what follows the sums.
#define AFTER \
	SWISHNUMBERS          \
	MOVD  kind+64(FP), R2 \
	CMP   $1, R2          \
	BLT   store           \
	BGT   swish           \
	EACH16(RELU)          \
	B     store           \
swish: \
	MOVWU scale+72(FP), R2 \
	VDUP  R2, V4.S4        \
	MOVWU shift+76(FP), R2 \
	VDUP  R2, V5.S4        \
	EACH16(SWISH)          \
store:

// func depth4(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
TEXT ·depth4(SB), NOSPLIT, $0-80
	BEGIN
	VLD1 (R10), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1 (R10), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1 (R10), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1 (R10), [V20.S4, V21.S4, V22.S4, V23.S4]

tap:
	MOVD.P 8(R1), R12
	ADD    R12<<2, R0, R12
	VLD1.P 64(R6), [V24.S4, V25.S4, V26.S4, V27.S4]
	PIXEL(V8, V9, V10, V11)
	PIXEL(V12, V13, V14, V15)
	PIXEL(V16, V17, V18, V19)
	PIXEL(V20, V21, V22, V23)
	SUBS $1, R11
	BNE  tap
	AFTER
	VST1.P [V8.S4, V9.S4, V10.S4, V11.S4], (R7)(R8)
	VST1.P [V12.S4, V13.S4, V14.S4, V15.S4], (R7)(R8)
	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], (R7)(R8)
	VST1   [V20.S4, V21.S4, V22.S4, V23.S4], (R7)
	RET

// BEGIN8 begins the sums of eight pixels; R13 is the distance of weights in bytes.
#define BEGIN8 \
	BEGIN \
	MOVD $64, R13 \
	VLD1 (R10), [V8.S4, V9.S4]   \
	VLD1 (R10), [V10.S4, V11.S4] \
	VLD1 (R10), [V12.S4, V13.S4] \
	VLD1 (R10), [V14.S4, V15.S4] \
	VLD1 (R10), [V16.S4, V17.S4] \
	VLD1 (R10), [V18.S4, V19.S4] \
	VLD1 (R10), [V20.S4, V21.S4] \
	VLD1 (R10), [V22.S4, V23.S4]

// END8 writes the sums of eight pixels.
#define END8 \
	AFTER \
	VST1.P [V8.S4, V9.S4], (R7)(R8)   \
	VST1.P [V10.S4, V11.S4], (R7)(R8) \
	VST1.P [V12.S4, V13.S4], (R7)(R8) \
	VST1.P [V14.S4, V15.S4], (R7)(R8) \
	VST1.P [V16.S4, V17.S4], (R7)(R8) \
	VST1.P [V18.S4, V19.S4], (R7)(R8) \
	VST1.P [V20.S4, V21.S4], (R7)(R8) \
	VST1   [V22.S4, V23.S4], (R7)     \
	RET

// LOAD loads 8 channels of a pixel; R12 points at it and goes to the next one.
#define LOAD(x, y) \
	VLD1.P (R12)(R9), [x.S4, y.S4]

// TAP adds what 8 channels of a pixel, x and y, with the weights v and w bring to the sums
// s and t.
#define TAP(x, y, v, w, s, t) \
	VFMLA x.S4, v.S4, s.S4 \
	VFMLA y.S4, w.S4, t.S4

// A0 to A4 are the taps of a row of weights.
#define A0(x, y, s, t) TAP(x, y, V24, V25, s, t)
#define A1(x, y, s, t) TAP(x, y, V26, V27, s, t)
#define A2(x, y, s, t) TAP(x, y, V28, V29, s, t)
#define A3(x, y, s, t) TAP(x, y, V30, V31, s, t)
#define A4(x, y, s, t) TAP(x, y, V6, V7, s, t)

// func half8x3(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
// Windows are 3 pixels wide and one apart: a pixel is loaded once for all that it is in.
TEXT ·half8x3(SB), NOSPLIT, $0-80
	BEGIN8

row:
	MOVD   (R1), R12
	ADD    $24, R1
	ADD    R12<<2, R0, R12
	VLD1.P (R6)(R13), [V24.S4, V25.S4]
	VLD1.P (R6)(R13), [V26.S4, V27.S4]
	VLD1.P (R6)(R13), [V28.S4, V29.S4]
	LOAD(V0, V1)
	A0(V0, V1, V8, V9)
	LOAD(V2, V3)
	A0(V2, V3, V10, V11)
	A1(V2, V3, V8, V9)
	LOAD(V4, V5)
	A0(V4, V5, V12, V13)
	A1(V4, V5, V10, V11)
	A2(V4, V5, V8, V9)
	LOAD(V0, V1)
	A0(V0, V1, V14, V15)
	A1(V0, V1, V12, V13)
	A2(V0, V1, V10, V11)
	LOAD(V2, V3)
	A0(V2, V3, V16, V17)
	A1(V2, V3, V14, V15)
	A2(V2, V3, V12, V13)
	LOAD(V4, V5)
	A0(V4, V5, V18, V19)
	A1(V4, V5, V16, V17)
	A2(V4, V5, V14, V15)
	LOAD(V0, V1)
	A0(V0, V1, V20, V21)
	A1(V0, V1, V18, V19)
	A2(V0, V1, V16, V17)
	LOAD(V2, V3)
	A0(V2, V3, V22, V23)
	A1(V2, V3, V20, V21)
	A2(V2, V3, V18, V19)
	LOAD(V4, V5)
	A1(V4, V5, V22, V23)
	A2(V4, V5, V20, V21)
	LOAD(V0, V1)
	A2(V0, V1, V22, V23)
	SUBS $3, R11
	BNE  row
	END8

// func half8x5(dst *float32, skip int, src *float32, step int, w, bias *float32, offsets *int, taps, kind int, scale, shift float32)
// Windows are 5 pixels wide and one apart.
TEXT ·half8x5(SB), NOSPLIT, $0-80
	BEGIN8

row:
	MOVD   (R1), R12
	ADD    $40, R1
	ADD    R12<<2, R0, R12
	VLD1.P (R6)(R13), [V24.S4, V25.S4]
	VLD1.P (R6)(R13), [V26.S4, V27.S4]
	VLD1.P (R6)(R13), [V28.S4, V29.S4]
	VLD1.P (R6)(R13), [V30.S4, V31.S4]
	VLD1.P (R6)(R13), [V6.S4, V7.S4]
	LOAD(V0, V1)
	A0(V0, V1, V8, V9)
	LOAD(V2, V3)
	A0(V2, V3, V10, V11)
	A1(V2, V3, V8, V9)
	LOAD(V4, V5)
	A0(V4, V5, V12, V13)
	A1(V4, V5, V10, V11)
	A2(V4, V5, V8, V9)
	LOAD(V0, V1)
	A0(V0, V1, V14, V15)
	A1(V0, V1, V12, V13)
	A2(V0, V1, V10, V11)
	A3(V0, V1, V8, V9)
	LOAD(V2, V3)
	A0(V2, V3, V16, V17)
	A1(V2, V3, V14, V15)
	A2(V2, V3, V12, V13)
	A3(V2, V3, V10, V11)
	A4(V2, V3, V8, V9)
	LOAD(V4, V5)
	A0(V4, V5, V18, V19)
	A1(V4, V5, V16, V17)
	A2(V4, V5, V14, V15)
	A3(V4, V5, V12, V13)
	A4(V4, V5, V10, V11)
	LOAD(V0, V1)
	A0(V0, V1, V20, V21)
	A1(V0, V1, V18, V19)
	A2(V0, V1, V16, V17)
	A3(V0, V1, V14, V15)
	A4(V0, V1, V12, V13)
	LOAD(V2, V3)
	A0(V2, V3, V22, V23)
	A1(V2, V3, V20, V21)
	A2(V2, V3, V18, V19)
	A3(V2, V3, V16, V17)
	A4(V2, V3, V14, V15)
	LOAD(V4, V5)
	A1(V4, V5, V22, V23)
	A2(V4, V5, V20, V21)
	A3(V4, V5, V18, V19)
	A4(V4, V5, V16, V17)
	LOAD(V0, V1)
	A2(V0, V1, V22, V23)
	A3(V0, V1, V20, V21)
	A4(V0, V1, V18, V19)
	LOAD(V2, V3)
	A3(V2, V3, V22, V23)
	A4(V2, V3, V20, V21)
	LOAD(V4, V5)
	A4(V4, V5, V22, V23)
	SUBS $5, R11
	BNE  row
	END8
