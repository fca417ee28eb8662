;;; speech.el --- What is coloured as speech  -*- lexical-binding: t; -*-
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Line by line, as tests/syntax/speech.txt says it.

;;; Code:

(require 'jot-mode)

(defun speech-here-p ()
  "Return whether the character at point has the face of speech."
  (let ((face (get-text-property (point) 'face)))
    (memq 'font-lock-string-face (if (listp face) face (list face)))))

(defun speech-line ()
  "Return what this line is, and the speech in it; move to the next."
  (let ((said (format "paragraph: %s\n" (buffer-substring-no-properties
                                         (point) (line-end-position)))))
    (while (not (eolp))
      (let ((start (point)) (speech (speech-here-p)))
        (while (and (not (eolp)) (eq (not speech) (not (speech-here-p))))
          (forward-char))
        (when speech
          (setq said (format "%s  speech %s\n" said
                             (buffer-substring-no-properties
                              start (point)))))))
    (forward-line)
    said))

(let ((coding-system-for-write 'utf-8) lines)
  (find-file "speech.jot")
  (font-lock-ensure)
  (goto-char (point-min))
  (while (not (eobp)) (push (speech-line) lines))
  (write-region (apply #'concat (nreverse lines)) nil "coloured"))
;;; speech.el ends here
